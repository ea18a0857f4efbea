#!/usr/bin/env python3
"""Makes parts.txt: Chinese characters by radical and further strokes, by all strokes, and by reading.

    ./make_parts.py /usr/share/unicode > parts.txt

The folder is that of the Debian package unicode-data. Unihan gives radical and further strokes (kRSUnicode), all
strokes (kTotalStrokes), the place in the table of standard characters (kTGH) and the reading (kMandarin, else
kTGHZ2013). Taken are the standard characters and what the fonts of the terminal hold of the unified ideographs of the
basic plane and of extensions A and B: all but the few added after Unicode 10.
"""
import bz2
import sys

BLOCKS = (range(0x3400, 0x4DB6), range(0x4E00, 0x9FF0), range(0x20000, 0x2A6D7))


def field(folder, file, wanted):
    with bz2.open(f"{folder}/Unihan_{file}.txt.bz2", "rt", encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines)
        return {chr(int(row[0][2:], 16)): row[2] for row in rows if len(row) == 3 and row[1] == wanted}


def key(text):
    radical, strokes = text.split(".")
    return int(radical.rstrip("'")), radical, max(0, int(strokes))


def main():
    folder = sys.argv[1]
    tgh = field(folder, "OtherMappings", "kTGH")
    place = {c: int(v.split()[0].split(":")[1]) for c, v in tgh.items()}
    known = {c for c in field(folder, "IRGSources", "kTotalStrokes")
             if c in place or any(ord(c) in block for block in BLOCKS)}

    def lines(pairs):
        table = {}
        for name, character in pairs:
            if character in known:
                table.setdefault(name, []).append(character)
        for name in sorted(table):
            yield name, "".join(sorted(table[name], key=lambda c: (place.get(c, 9999), ord(c))))

    print("# Chinese characters by parts, by strokes and by reading: the 8105 of the Table of General Standard Chinese")
    print("# Characters first, in its order, then those of the blocks U+4E00, U+3400 and U+20000. Made by make_parts.py")
    print("# from Unihan 15.0 (Unicode licence, see UNICODE-LICENSE).")
    print("# Radical of the Kangxi dictionary (an apostrophe: its simplified form), a point, further strokes.")
    radicals = field(folder, "IRGSources", "kRSUnicode")
    by_radical = [(key(r), c) for c, value in radicals.items() for r in value.split()]
    for (_, radical, strokes), characters in lines(by_radical):
        print(f"{radical}.{strokes} {characters}")
    print("# An equals sign and all strokes; standard characters only.")
    strokes = field(folder, "IRGSources", "kTotalStrokes").items()
    for count, characters in lines((int(v.split()[0]), c) for c, v in strokes if c in place):
        print(f"={count} {characters}")
    print("# A reading.")
    readings = field(folder, "Readings", "kTGHZ2013").items()
    readings = {c: v.split(":")[1].split(",")[0].split()[0] for c, v in readings}
    readings |= {c: v.split()[0] for c, v in field(folder, "Readings", "kMandarin").items()}
    for reading, characters in lines((r, c) for c, r in readings.items()):
        print(reading, characters)


main()
