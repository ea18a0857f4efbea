"""The rules that a machine can check. Usage: lint.py ROOT; one line per breach, exit 1 when there is any.

Each rule is a function from a Tree to breaches; lint_test.py proves that each can fail.
"""
import re
import subprocess
import sys
from pathlib import Path

# Who may include whom (README, "One way"). A folder may always include itself. Deepest prefix wins.
SCREENS = ("screens",)
ARROWS = {
    "screens/view": (),
    "screens/locale": (),
    "screens/toolkit": (),
    "screens/input": ("screens/toolkit", "screens/locale", "screens/view"),
    "screens/narration": ("screens/toolkit", "screens/locale", "screens/view"),
    "screens/resident": SCREENS,
    "printing": ("devices/port",),
    "devices/port": (),
    "devices": ("devices",),
    "kiosk/base": (),
    "kiosk/domain": ("kiosk/base",),
    "kiosk/catalogue": ("kiosk/base", "kiosk/domain"),
    "kiosk/journey": ("kiosk/base", "kiosk/domain", "kiosk/catalogue", "screens/view"),
    "kiosk/queue": ("kiosk/base", "kiosk/domain"),
    "kiosk/uplink": ("kiosk/base", "kiosk/queue", "kiosk/domain"),
    "kiosk/intake": ("kiosk/base", "kiosk/domain", "kiosk/catalogue", "kiosk/queue"),
    "kiosk/terminal": ("kiosk/base", "kiosk/domain", "kiosk/catalogue", "kiosk/journey", "kiosk/queue",
                       "screens", "printing", "devices"),
    "kiosk/programs": ("kiosk", "screens", "printing", "devices"),
    "tests": ("kiosk", "screens", "printing", "devices", "tests"),
}

# Third-party headers stay in the folder that owns them.
OWNERS = [
    (re.compile(r"^(SDL|imgui)"), ("screens/toolkit", "kiosk/terminal/loop", "devices/speech/sdl_sound", "tests")),
    (re.compile(r"^(ft2build|freetype|png\.h)"), ("screens/toolkit", "devices/simulators", "printing", "tests")),
    (re.compile(r"^(rime|zinnia)"), ("screens/input",)),
    (re.compile(r"^espeak"), ("devices/speech",)),
    (re.compile(r"^linux/"), ("devices/port", "devices/keypad", "devices/scanner", "devices/simulators", "tests")),
    (re.compile(r"^sqlite3"), ("kiosk/queue", "kiosk/intake", "tests")),
    (re.compile(r"^openssl/"), ("kiosk/queue", "kiosk/intake", "kiosk/uplink", "tests")),
    (re.compile(r"^cbor"), ("kiosk/queue", "tests")),
    (re.compile(r"^curl/"), ("kiosk/uplink", "tests")),
    (re.compile(r"^boost/"), ("kiosk/intake",)),
    (re.compile(r"^(cairo|pango|qrencode)"), ("printing", "tests")),
    (re.compile(r"^zbar"), ("devices/simulators", "tests")),
    (re.compile(r"^toml\+\+"), ("kiosk/catalogue", "kiosk/terminal", "kiosk/intake", "tests")),
    (re.compile(r"^CLI/"), ("kiosk/programs", "devices/simulators")),
]
HEAVY = re.compile(r"^(nlohmann/json\.hpp|toml\+\+|boost/|CLI/)")  # in .cpp files only
UNFINISHED = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "HA" + "CK", "XX" + "X")) + r")\b")
MACHINE_PATH = re.compile(r"/(work|farm|root|home)/[a-z]")
CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
POINTER_GRAB = re.compile(r"\b(SDL_CaptureMouse|SDL_SetRelativeMouseMode|SDL_SetWindow(?:Mouse|Keyboard)?Grab"
                          r"|SDL_HINT_MOUSE_AUTO_CAPTURE|XGrabPointer|XIGrabDevice)\b")
GESTURE = re.compile(r"\b(SDL_MULTIGESTURE|SDL_DOLLARGESTURE|SDL_DOLLARRECORD|SDL_RecordGesture|SDL_LoadDollarTemplates"
                     r"|SDL_MultiGestureEvent|SDL_DollarGestureEvent|SetScrollX|SetScrollFromPosX"
                     r"|ImGuiWindowFlags_HorizontalScrollbar|BeginDragDropSource|IsMouseDragging|GetMouseDragDelta)\b")
SOUND = re.compile(r"\b(SDL_OpenAudio|SDL_OpenAudioDevice|SDL_QueueAudio|SDL_LoadWAV|SDL_MixAudio\w*|Mix_\w+|snd_pcm_\w+"
                   r"|pa_simple_\w+)\b")
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')

FILE_MOST, HEADER_MOST, FUNCTION_MOST, LINE_MOST = 500, 240, 70, 120


class Tree:
    def __init__(self, files):
        """files: {path relative to the root: text}"""
        self.files = files

    @classmethod
    def of(cls, root):
        listed = subprocess.run(["git", "-C", root, "ls-files", "-co", "--exclude-standard", "-z"],
                                capture_output=True, check=True).stdout.decode().split("\0")
        files = {}
        for name in filter(None, listed):
            path = Path(root) / name
            if path.is_file() and not path.is_symlink():
                files[name] = path.read_bytes().decode("utf-8", errors="replace")
        return cls(files)

    def code(self):
        return {n: t for n, t in self.files.items() if n.endswith((".h", ".cpp"))}


def folder_rule(name, table):
    best = max((k for k in table if name.startswith(k + "/")), key=len, default=None)
    return best, table.get(best)


def without_comments(text):
    """Blanks comments and keeps lines and strings."""
    def blank(m):
        s = m[0]
        return s if s.startswith(('"', "'", "R\"")) else re.sub(r"[^\n]", " ", s)
    pattern = r'R"\((?:.|\n)*?\)"|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)+\'|//[^\n]*|/\*(?:.|\n)*?\*/'
    return re.sub(pattern, blank, text)


def arrows(tree):
    for name, text in tree.code().items():
        own, allowed = folder_rule(name, ARROWS)
        if own is None:
            yield f"{name}: no rule says what this folder may include"
            continue
        for number, line in enumerate(text.splitlines(), 1):
            m = INCLUDE.match(line)
            if not m or m[1] == "<":
                continue
            target = m[2]
            if target.startswith(own + "/") or any(target.startswith(a + "/") for a in allowed):
                continue
            if "/" not in target and name.startswith("tests/"):
                continue
            yield f"{name}:{number}: {own} must not include {target}"


def owners(tree):
    for name, text in tree.code().items():
        for number, line in enumerate(text.splitlines(), 1):
            m = INCLUDE.match(line)
            if not m or m[1] == '"':
                continue
            for pattern, folders in OWNERS:
                if pattern.match(m[2]) and not name.startswith(folders):
                    yield f"{name}:{number}: <{m[2]}> belongs to {', '.join(folders)}"
            if HEAVY.match(m[2]) and name.endswith(".h"):
                yield f"{name}:{number}: heavy header <{m[2]}> in a header; include it in a .cpp"


def beast_in_one_file(tree):
    users = [n for n, t in tree.code().items() if re.search(r"#\s*include\s*<boost/(beast|asio)", t)]
    if len(users) > 1:
        yield f"Beast is included by {', '.join(sorted(users))}; one file is expected"


def lengths(tree):
    for name, text in tree.code().items():
        lines = text.splitlines()
        most = HEADER_MOST if name.endswith(".h") else FILE_MOST
        if len(lines) > most:
            yield f"{name}: {len(lines)} lines, at most {most}"
        for number, line in enumerate(lines, 1):
            if len(line) > LINE_MOST:
                yield f"{name}:{number}: {len(line)} columns, at most {LINE_MOST}"
        for first, count in functions(text):
            if count > FUNCTION_MOST:
                yield f"{name}:{first}: a function of {count} lines, at most {FUNCTION_MOST}"


def functions(text):
    """(first line, lines) of each function body: a brace block after ')' that lies in no other such block."""
    code = STRING.sub('""', without_comments(text))
    code = re.sub(r"'(?:[^'\\\n]|\\.)'", "' '", code)
    stack, line, last = [], 1, ""
    words = ""
    for ch in code:
        if ch == "\n":
            line += 1
        if ch == "{":
            inside = any(kind == "function" for kind, _ in stack)
            head = words.strip()
            opens = last == ")" or re.search(r"\)\s*(const|noexcept|override|final|->\s*[\w:<>,&*\s]+)+\s*$", head)
            initialisers = re.search(r"\)\s*:\s*\w+[({]", head)
            is_scope = (re.search(r"\b(namespace|class|struct|enum|union)\b", head) and not opens) or "TEST_SUITE" in head
            stack.append(("function" if (opens or initialisers) and not inside and not is_scope else "block", line))
            words = ""
        elif ch == "}":
            if stack:
                kind, first = stack.pop()
                if kind == "function":
                    yield first, line - first + 1
            words = ""
        elif ch == ";":
            words = ""
        else:
            words += ch
        if not ch.isspace():
            last = ch


def built(tree):
    lists = {str(Path(n).parent): t for n, t in tree.files.items() if n.endswith("CMakeLists.txt")}
    for name in tree.code():
        if not name.endswith(".cpp"):
            continue
        folder, parts = str(Path(name).parent), []
        while True:
            relative = name[len(folder) + 1:] if folder != "." else name
            if folder in lists and re.search(r"(?<![\w/.-])" + re.escape(relative) + r"(?![\w-])", lists[folder]):
                break
            parts.append(folder)
            if folder == ".":
                yield f"{name}: no CMakeLists.txt lists it"
                break
            folder = str(Path(folder).parent)


def words_in_code(tree):
    """What people read stands in screens/locale and the catalogue; CJK in a literal is such a text."""
    for name, text in tree.code().items():
        if name.startswith("tests/"):
            continue
        for number, line in enumerate(without_comments(text).splitlines(), 1):
            for literal in STRING.findall(line):
                if CJK.search(literal):
                    yield f"{name}:{number}: text in code: {literal}; it belongs into a .po or the catalogue"


def sentences_on_screens(tree):
    """English in a screen's literal: two words or more with a blank between them."""
    for name, text in tree.code().items():
        if not name.startswith(("screens/resident", "kiosk/journey")):
            continue
        for number, line in enumerate(without_comments(text).splitlines(), 1):
            if "check(" in line or INCLUDE.match(line):
                continue
            for literal in STRING.findall(line):
                if re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", literal):
                    yield f"{name}:{number}: text in code: {literal}; it belongs into a .po"


def machine_paths(tree):
    for name, text in tree.files.items():
        if name in ("LICENSE", "tests/lint/lint.py", "tests/lint/lint_test.py"):
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if MACHINE_PATH.search(line):
                yield f"{name}:{number}: a path of one machine"


def keys(tree):
    for name, text in tree.files.items():
        if name.endswith((".key", ".pem", ".p12", ".pfx")):
            yield f"{name}: a key or certificate in the tree"
        if "PRIVATE" + " KEY-----" in text:
            yield f"{name}: holds a private key"


def unfinished(tree):
    for name, text in tree.files.items():
        if not name.endswith((".h", ".cpp", ".py", ".txt", ".cmake")) or name.startswith("tests/lint/"):
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if UNFINISHED.search(line):
                yield f"{name}:{number}: unfinished: {line.strip()}"


def bans(tree):
    for name, text in tree.code().items():
        code = without_comments(text)
        for call in POINTER_GRAB.findall(code):
            yield f"{name}: {call} loses later touches on Linux (case C08)"
        for call in GESTURE.findall(code):
            yield f"{name}: {call}: one finger, up and down, is all a person needs (line 18 of tests/ACCESSIBILITY.md)"
        for call in SOUND.findall(code) if not name.startswith("devices/speech/sdl_sound") else ():
            yield f"{name}: {call}: nothing sounds beside the voice (line 33 of tests/ACCESSIBILITY.md)"
        if re.search(r"\bCMS_NO_CONTENT_VERIFY\b|\bCMS_NO_ATTR_VERIFY\b", code):
            yield f"{name}: a CMS flag that accepts changed content"
        if re.search(r"\bdefault:\s", code) and name.startswith("kiosk/journey"):
            yield f"{name}: default: in a switch hides a new value"


RULES = (arrows, owners, beast_in_one_file, lengths, built, words_in_code, sentences_on_screens, machine_paths, keys,
         unfinished, bans)


def breaches(tree):
    return [f"{rule.__name__}: {line}" for rule in RULES for line in rule(tree)]


def main():
    found = breaches(Tree.of(sys.argv[1]))
    print("\n".join(found) if found else "lint: all rules hold")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
