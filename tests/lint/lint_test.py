"""Each lint rule holds on a clean tree and fails on a breach made for it."""
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "support"))
import accessibility
import count_cases
import lint

CLEAN = {
    "kiosk/domain/CMakeLists.txt": "huimin_layer(huimin_domain SOURCES money.cpp)",
    "kiosk/domain/money.h": "#pragma once\n#include <string>\n",
    "kiosk/domain/money.cpp": '#include "kiosk/domain/money.h"\nint twice(int x) { return x * 2; }\n',
}


def found(rule, extra):
    return list(rule(lint.Tree({**CLEAN, **extra})))


class Rules(unittest.TestCase):
    def test_a_clean_tree_has_no_breach(self):
        self.assertEqual(lint.breaches(lint.Tree(CLEAN)), [])

    def test_an_include_against_the_arrow_is_found(self):
        self.assertTrue(found(lint.arrows, {"kiosk/domain/x.cpp": '#include "kiosk/queue/outbox.h"'}))
        self.assertTrue(found(lint.arrows, {"screens/resident/x.cpp": '#include "kiosk/domain/money.h"'}))
        self.assertTrue(found(lint.arrows, {"devices/port/x.cpp": '#include "printing/qr.h"'}))

    def test_printing_may_use_the_ports_of_devices_and_nothing_else_of_them(self):
        self.assertFalse(found(lint.arrows, {"printing/x.cpp": '#include "devices/port/byte_stream.h"'}))
        self.assertTrue(found(lint.arrows, {"printing/x.cpp": '#include "devices/scanner/scanner.h"'}))

    def test_a_folder_without_a_rule_is_found(self):
        self.assertTrue(found(lint.arrows, {"extras/x.cpp": ""}))

    def test_a_third_party_header_outside_its_folder_is_found(self):
        self.assertTrue(found(lint.owners, {"kiosk/journey/x.cpp": "#include <sqlite3.h>"}))
        self.assertFalse(found(lint.owners, {"kiosk/queue/x.cpp": "#include <sqlite3.h>"}))

    def test_a_heavy_header_in_a_header_is_found(self):
        self.assertTrue(found(lint.owners, {"kiosk/queue/x.h": "#include <nlohmann/json.hpp>"}))

    def test_beast_in_two_files_is_found(self):
        text = "#include <boost/beast.hpp>"
        self.assertTrue(found(lint.beast_in_one_file, {"kiosk/intake/a.cpp": text, "kiosk/intake/b.cpp": text}))

    def test_a_long_file_and_a_long_function_are_found(self):
        self.assertTrue(found(lint.lengths, {"kiosk/base/x.cpp": "int x;\n" * 501}))
        body = "void f() {\n" + "  g();\n" * 70 + "}\n"
        self.assertTrue(found(lint.lengths, {"kiosk/base/x.cpp": body}))
        self.assertTrue(found(lint.lengths, {"kiosk/base/x.cpp": "A::A(int b) : b_(b) {\n" + "  g();\n" * 70 + "}\n"}))

    def test_a_long_namespace_or_class_is_not_a_long_function(self):
        text = "namespace a {\n" + "void f() { g(); }\n" * 100 + "}\n"
        self.assertFalse(found(lint.lengths, {"kiosk/base/x.cpp": text}))

    def test_braces_in_strings_and_comments_do_not_count(self):
        text = 'void f() { g("{"); } // {\n' * 80
        self.assertFalse(found(lint.lengths, {"kiosk/base/x.cpp": text}))

    def test_a_source_that_no_target_builds_is_found(self):
        self.assertTrue(found(lint.built, {"kiosk/domain/lost.cpp": ""}))

    def test_text_for_people_in_code_is_found(self):
        self.assertTrue(found(lint.words_in_code, {"screens/resident/x.cpp": 'draw("\u4f60\u597d");'}))
        self.assertFalse(found(lint.words_in_code, {"screens/resident/x.cpp": "// \u4f60\u597d\n"}))
        self.assertTrue(found(lint.sentences_on_screens, {"screens/resident/x.cpp": 'draw("Please wait");'}))

    def test_a_path_of_one_machine_is_found(self):
        self.assertTrue(found(lint.machine_paths, {"README.md": "see /ho" + "me/someone"}))

    def test_a_key_in_the_tree_is_found(self):
        self.assertTrue(found(lint.keys, {"tests/x.pem": ""}))
        self.assertTrue(found(lint.keys, {"tests/x.txt": "-----BEGIN PRIVATE" + " KEY-----"}))

    def test_unfinished_words_are_found(self):
        self.assertTrue(found(lint.unfinished, {"kiosk/base/x.cpp": "// TO" + "DO: later"}))

    def test_banned_calls_are_found(self):
        for call in ("SDL_CaptureMouse(SDL_TRUE)", "SDL_SetRelativeMouseMode(SDL_TRUE)", "SDL_SetWindowGrab(w, t)",
                     "SDL_SetWindowMouseGrab(w, t)", "XGrabPointer(d)"):
            self.assertTrue(found(lint.bans, {"screens/toolkit/x.cpp": f"void f() {{ {call}; }}"}), call)
        for call in ("case SDL_MULTIGESTURE: f()", "SDL_RecordGesture(-1)", "ImGui::SetScrollX(1)", "ImGui::IsMouseDragging(0)"):
            self.assertTrue(found(lint.bans, {"screens/toolkit/x.cpp": f"void f() {{ {call}; }}"}), call)
        for call in ("SDL_OpenAudioDevice(0, 0, &w, 0, 0)", "Mix_PlayChannel(1, c, 0)", "snd_pcm_open(&p)"):
            self.assertTrue(found(lint.bans, {"kiosk/terminal/x.cpp": f"void f() {{ {call}; }}"}), call)
            self.assertFalse(found(lint.bans, {"devices/speech/sdl_sound.cpp": f"void f() {{ {call}; }}"}), call)
        self.assertFalse(found(lint.bans, {"screens/toolkit/x.cpp": "// SDL_CaptureMouse is not used.\n"}))


class Accessibility(unittest.TestCase):
    LINES = [{"is": "First", "source": "A 1"}, {"is": "Second", "source": "B 2", "by_hand": "with a ruler"}]
    CMAKE = "huimin_tests(some_unit LABELS unit device TIMEOUT 9\n  SOURCES a_test.cpp b_test.cpp\n  USES x)"

    def page(self, *names, lines=LINES):
        cases = "".join(f'TEST_CASE("{name}") {{}}\n' for name in names)
        return accessibility.page_and_mistakes({"tests/x/CMakeLists.txt": self.CMAKE, "tests/x/a_test.cpp": cases}, lines)

    def test_a_line_stands_beside_its_tests_and_what_is_left_to_hands(self):
        page, wrong = self.page("A11Y 1, 2: both", "C18, A11Y 1: one")
        self.assertEqual(wrong, [])
        self.assertIn("| 1 | First | A 1 | both; one (`some_unit / unit device`) |\n", page)
        self.assertIn("| 2 | Second | B 2 | both (`some_unit / unit device`)<br>by hand: with a ruler |\n", page)

    def test_the_order_of_the_tests_changes_nothing(self):
        self.assertEqual(self.page("A11Y 1: a", "A11Y 1: b"), self.page("A11Y 1: b", "A11Y 1: a"))

    def test_a_line_without_a_test_is_found_unless_hands_prove_it(self):
        self.assertEqual(len(self.page()[1]), 1)
        self.assertIn("line 1 ", self.page()[1][0])
        part = [{"is": "First", "source": "A 1", "also_by_hand": "with a ruler"}]
        self.assertEqual(len(self.page(lines=part)[1]), 1)

    def test_a_number_that_does_not_exist_is_found(self):
        self.assertIn("A11Y 3", self.page("A11Y 1: one", "A11Y 3: none")[1][0])
        self.assertIn("A11Y 0", self.page("A11Y 1: one", "A11Y 0: none")[1][0])

    def test_a_name_that_is_not_written_as_the_others_is_found(self):
        self.assertTrue(self.page("A11Y 1: one", "A11Y 1 and 2: both")[1])
        self.assertTrue(self.page("A11Y 1: one", "A11Y: none")[1])


class Counting(unittest.TestCase):
    def test_a_doctest_program_counts_by_its_cases_and_any_other_test_as_one(self):
        report = ["1: [doctest] test cases:  12 |  12 passed | 0 failed | 0 skipped",
                  "1/2 Test #1: domain_unit .......   Passed    0.10 sec",
                  "2/2 Test #2: lint .......   Passed    0.10 sec"]
        self.assertEqual(count_cases.count(report)[:2], (13, 0))

    def test_a_failed_case_and_a_crash_are_failures(self):
        report = ["1: [doctest] test cases:  12 |  10 passed | 2 failed | 0 skipped",
                  "1/2 Test #1: domain_unit .......***Failed    0.10 sec",
                  "2/2 Test #2: queue_unit .......***Exception: SegFault  0.10 sec"]
        self.assertEqual(count_cases.count(report)[:2], (10, 3))


if __name__ == "__main__":
    unittest.main()
