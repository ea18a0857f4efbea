#!/usr/bin/env python3
"""Makes readings.txt: how each Chinese character is read.

    ./make_readings.py /usr/share/unicode > readings.txt

The folder is that of the Debian package unicode-data. Unihan gives the usual reading (kMandarin) and, for the 8105
characters of the national table, the others (kTGHZ2013). Characters outside the basic plane are taken from the table
only.
"""
import bz2
import sys
import unicodedata

TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}


def fields(folder, file, wanted):
    with bz2.open(f"{folder}/{file}.txt.bz2", "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = line.rstrip("\n").split("\t")
            if len(parts) == 3 and parts[1] == wanted:
                yield chr(int(parts[0][2:], 16)), parts[2]


def numbered(reading):
    """hǎo -> hao3; no mark is the neutral tone, 5; u with two dots is v."""
    letters, tone = "", "5"
    for c in unicodedata.normalize("NFD", reading):
        if c in TONES:
            tone = TONES[c]
        elif c == "\u0308":
            letters = letters[:-1] + "v"
        elif c.isascii() and c.isalpha():
            letters += c
    return letters + tone


def main():
    folder = sys.argv[1]
    others = {}
    for character, value in fields(folder, "Unihan_Readings", "kTGHZ2013"):
        found = [numbered(r) for part in value.split() for r in part.split(":")[1].split(",")]
        others[character] = list(dict.fromkeys(found))
    usual = {}
    for character, value in fields(folder, "Unihan_Readings", "kMandarin"):
        if ord(character) < 0x10000 or character in others:
            usual[character] = numbered(value.split()[0])
    for character, found in others.items():
        usual.setdefault(character, found[0])
    by_usual, by_other = {}, {}
    for character in sorted(usual):
        by_usual.setdefault(usual[character], []).append(character)
        for reading in others.get(character, []):
            if reading != usual[character]:
                by_other.setdefault(reading, []).append(character)
    print("# How each Chinese character is read. A line: a reading, tone 1 to 5, and the characters whose usual reading")
    print("# it is; with + before it, those that have it as well. Made by make_readings.py from Unihan 15.0 (Unicode")
    print("# licence, see ../../input/data/UNICODE-LICENSE).")
    for reading in sorted(by_usual):
        print(reading, "".join(by_usual[reading]))
    for reading in sorted(by_other):
        print("+" + reading, "".join(by_other[reading]))


main()
