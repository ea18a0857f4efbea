"""Counts test cases in ctest's verbose reports; prints what failed, then "N passed, N failed"; exit 1 if any failed.

Programs of doctest and unittest count by their own summary line; any other test, and a program that died before its summary,
counts as one case.
"""
import re
import sys

SUMMARY = re.compile(r"^(\d+): \[doctest\] test cases:\s*(\d+) \|\s*(\d+) passed \|\s*(\d+) failed")
UNITTEST = re.compile(r"^(\d+): Ran (\d+) tests? in")
RESULT = re.compile(r"^\s*\d+/\d+ Test\s+#(\d+): (\S+) \.*\s*(\*\*\*)?(\w+)")
OUTPUT = re.compile(r"^(\d+): (.*)")


def count(lines):
    """-> (passed, failed, lines that show why)"""
    summaries, output, passed, failed, shown = {}, {}, 0, 0, []
    for line in lines:
        if m := SUMMARY.match(line):
            summaries[m[1]] = (int(m[3]), int(m[4]))
        if m := UNITTEST.match(line):
            summaries[m[1]] = (int(m[2]), 0)
        if m := OUTPUT.match(line):
            output.setdefault(m[1], []).append(m[2])
        if m := RESULT.match(line):
            number, name, ok = m[1], m[2], m[4] == "Passed"
            cases = summaries.get(number)
            if ok:
                passed += cases[0] if cases else 1
                continue
            # Python's runner does not say how many passed when some failed: that counts as one failure.
            passed += cases[0] if cases and cases[1] else 0
            failed += max(1, cases[1] if cases else 1)
            shown += [f"--- {name} failed"] + output.get(number, [])[-60:]
    return passed, failed, shown


def main(paths):
    passed = failed = 0
    for path in paths:
        with open(path, encoding="utf-8", errors="replace") as report:
            p, f, shown = count(report.read().splitlines())
        passed, failed = passed + p, failed + f
        print("\n".join(shown), end="\n" if shown else "")
    if passed + failed == 0:
        print("no test bears that label")
        failed = 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
