"""Each lint rule holds on a clean tree and fails on a breach made for it."""
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "support"))
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
        self.assertFalse(found(lint.bans, {"screens/toolkit/x.cpp": "// SDL_CaptureMouse is not used.\n"}))


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
