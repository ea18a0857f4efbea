#!/usr/bin/env python3
"""Makes standard_characters.txt: the characters of the Table of General Standard Chinese Characters by reading.

    ./make_characters.py /usr/share/unicode > standard_characters.txt

The folder is that of the Debian package unicode-data. Unihan gives the place in the table (kTGH) and the readings
(kTGHZ2013); tones are dropped, and the letter u with two dots is written v, as it is typed.
"""
import bz2
import sys
import unicodedata


def fields(folder, file, wanted):
    with bz2.open(f"{folder}/{file}.txt.bz2", "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = line.rstrip("\n").split("\t")
            if len(parts) == 3 and parts[1] == wanted:
                yield chr(int(parts[0][2:], 16)), parts[2]


def typed(reading):
    letters = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(c for c in letters if c.isascii() and c.isalpha())


def main():
    folder = sys.argv[1]
    place = {c: int(v.split()[0].split(":")[1]) for c, v in fields(folder, "Unihan_OtherMappings", "kTGH")}
    by_reading = {}
    for character, value in fields(folder, "Unihan_Readings", "kTGHZ2013"):
        readings = {typed(r) for part in value.split() for r in part.split(":")[1].split(",")}
        for reading in readings:
            by_reading.setdefault(reading, []).append(character)
    print("# The 8105 characters of the Table of General Standard Chinese Characters (State Council, 2013), by reading,")
    print("# in the order of the table: three levels by use, within a level by strokes. Made by make_characters.py")
    print("# from Unihan 15.0 (Unicode licence, see UNICODE-LICENSE).")
    for reading in sorted(by_reading):
        print(reading, "".join(sorted(by_reading[reading], key=lambda c: place.get(c, 9999))))


main()
