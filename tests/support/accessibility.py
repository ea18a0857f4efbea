"""The checklist of accessibility beside its proof. Usage: accessibility.py ROOT [--check]

Joins the lines of accessibility.toml with the test cases whose names begin with their numbers ("A11Y 31, 32: ...") and
writes tests/ACCESSIBILITY.md. --check writes nothing and names what is wrong: a stale page, a line without proof, a test
of a line that does not exist; exit 1 then. The same tree gives the same page.
"""
import re
import subprocess
import sys
import tomllib
from pathlib import Path

CLAUSES = "tests/support/accessibility.toml"
PAGE = "tests/ACCESSIBILITY.md"
CASE = re.compile(r'TEST_CASE\(\s*"((?:[^"\\]|\\.)*)"')
NUMBERS = re.compile(r"\bA11Y ([^:]*):")
TARGET = re.compile(r"huimin_tests\(\s*(\S+)((?:[^()]|\([^()]*\))*)\)")
HEAD = """# Accessibility: 43 lines and what proves them

Made by `tests/support/accessibility.py` from `tests/support/accessibility.toml` and the names of the tests; the lint fails
when it is stale. A line is proved by test cases named `A11Y <number>: ...` (program / labels), or, where no program can tell,
by hand when a terminal is put up. To add a proof: a test case whose name begins so, then

    python3 tests/support/accessibility.py .

| line | what a terminal owes | source | proof |
|---|---|---|---|
"""


def sources_of(root):
    listed = subprocess.run(["git", "-C", root, "ls-files", "-co", "--exclude-standard", "-z", "tests"],
                            capture_output=True, check=True).stdout.decode().split("\0")
    names = sorted(n for n in listed if n.endswith(("_test.cpp", "CMakeLists.txt")) and (Path(root) / n).is_file())
    return {n: (Path(root) / n).read_text(encoding="utf-8") for n in names}


def programs_of(files):
    """{path of a test source: {"program / label label"}}; what CMake's loops fill in is an asterisk."""
    built = {}
    for name, text in files.items():
        if not name.endswith("CMakeLists.txt"):
            continue
        for target, body in TARGET.findall(text):
            part = {"": ""}
            for word in body.split():
                if word in ("LABELS", "SOURCES", "USES", "TIMEOUT"):
                    part[word], now = [], word
                elif part.keys() > {""}:
                    part[now].append(word)
            shown = re.sub(r"\$\{\w+\}", "*", target) + " / " + " ".join(part.get("LABELS", []))
            for source in part.get("SOURCES", []):
                built.setdefault(f"{Path(name).parent}/{source}", set()).add(shown)
    return built


def proofs_of(files):
    """-> ({line: [(what, program)]}, what is wrong with the names)"""
    programs, proofs, wrong = programs_of(files), {}, []
    for name, text in files.items():
        for case in CASE.findall(text) if name.endswith(".cpp") else []:
            if "A11Y" not in case:
                continue
            found = NUMBERS.search(case)
            if not found or not re.fullmatch(r"\d+(, \d+)*", found[1]):
                wrong.append(f"{name}: \"{case}\": A11Y 31, 32: is expected")
                continue
            program = ", ".join(sorted(programs.get(name, {"not built / "})))
            for number in map(int, found[1].split(", ")):
                proofs.setdefault(number, []).append((case[found.end():].strip(), program))
    return proofs, wrong


def row(number, line, proofs):
    parts, by_program = [], {}
    for what, program in sorted(proofs):
        by_program.setdefault(program, []).append(what)
    for program, cases in sorted(by_program.items()):
        parts.append("; ".join(cases) + f" (`{program}`)")
    parts += ["by hand: " + line[key] for key in ("by_hand", "also_by_hand") if key in line]
    return f"| {number} | {line['is']} | {line['source']} | {'<br>'.join(parts).replace('|', '/')} |\n"


def page_and_mistakes(files, lines):
    proofs, wrong = proofs_of(files)
    for number in sorted(proofs):
        if not 1 <= number <= len(lines):
            wrong.append(f"A11Y {number}: there is no such line; 1 to {len(lines)} are expected")
    page = HEAD
    for number, line in enumerate(lines, 1):
        if number not in proofs and "by_hand" not in line:
            wrong.append(f"line {number} ({line['is']}): no test case is named A11Y {number}")
        page += row(number, line, proofs.get(number, []))
    return page, wrong


def main():
    root, check = Path(sys.argv[1]), "--check" in sys.argv[2:]
    lines = tomllib.loads((root / CLAUSES).read_text(encoding="utf-8"))["line"]
    page, wrong = page_and_mistakes(sources_of(root), lines)
    kept = root / PAGE
    if check and (not kept.is_file() or kept.read_text(encoding="utf-8") != page):
        wrong.append(f"{PAGE} is stale; python3 tests/support/accessibility.py . writes it anew")
    if not check:
        kept.write_text(page, encoding="utf-8")
    print("\n".join(wrong) if wrong else "accessibility: every line has its proof")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
