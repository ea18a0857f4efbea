"""What kiosk-admin and openssl find after one resident has handed in, and after somebody has touched the files.

Usage: after_an_application_test.py BIN SOURCE.
"""
import json
import shutil
import sqlite3
import subprocess
import tempfile
import unittest
from pathlib import Path

from commands_test import BIN, SOURCE, run

STORY = """part {parts}/whole-application.txt
screen printed
paper 1
acknowledged
"""


def with_digit_changed(code):
    at = len(code) - 20
    return code[:at] + str((int(code[at]) + 1) % 10) + code[at + 1:]


class AfterAnApplication(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="huimin-application-"))
        story = cls.folder / "story"
        story.mkdir()
        (story / "journey.txt").write_text(STORY.format(parts=SOURCE / "tests/journeys/parts"))
        cls.out = cls.folder / "out"
        played = run(SOURCE / "kiosk/hall", "--bin", BIN, "--headless", "--journey", story, "--out", cls.out)
        assert played.returncode == 0, played.stderr
        cls.summary = json.loads((cls.out / "summary.json").read_text(encoding="utf-8"))
        cls.terminal = cls.out / "state/terminal"

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def admin(self, *arguments):
        done = run("kiosk-admin", *arguments)
        return done.returncode, done.stdout

    def touched(self, sql, *values):
        """A copy of the terminal's state after somebody ran this in its queue."""
        copy = self.folder / "touched"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.terminal, copy)
        queue = sqlite3.connect(copy / "queue.db")
        with queue:
            self.assertGreater(queue.execute(sql, values).rowcount, 0)
        queue.close()
        return copy

    def test_the_summary_names_receipt_case_and_envelope(self):
        self.assertRegex(self.summary["receipt_no"], r"^430522-007-000001-\d\d$")
        self.assertTrue(self.summary["receipt_qr"].startswith("HTTPS://STATUS.EXAMPLE.ORG/R/"))
        self.assertEqual(self.summary["case_no"], "新邵救 2026-000001")
        self.assertEqual([(e["seq"], e["kind"], e["acknowledged"]) for e in self.summary["envelopes"]],
                         [(1, "application", True)])

    def test_the_receipt_is_true_and_with_a_digit_changed_forged(self):
        trust = self.terminal / "keys"
        code, said = self.admin("receipt", "verify", self.summary["receipt_qr"], "--trust", trust)
        self.assertEqual(code, 0)
        self.assertIn(self.summary["receipt_no"], said)
        code, said = self.admin("receipt", "verify", with_digit_changed(self.summary["receipt_qr"]), "--trust", trust)
        self.assertEqual((code, said), (1, "altered\n"))

    def test_the_queue_is_whole_and_every_touch_is_named(self):
        self.assertEqual(self.admin("queue", "verify", self.terminal), (0, "1 envelopes, chain whole\n"))
        for sql in ("UPDATE envelope SET body = zeroblob(length(body))", "UPDATE envelope SET header = substr(header, 2)",
                    "DELETE FROM envelope"):
            with self.subTest(sql=sql):
                code, said = self.admin("queue", "verify", self.touched(sql))
                self.assertEqual(code, 1, said)

    def test_an_exported_envelope_is_checked_by_openssl_alone(self):
        files = self.folder / "export"
        code, _ = self.admin("queue", "export", self.terminal, "--seq", 1, "--out", files)
        self.assertEqual(code, 0)
        checked = subprocess.run(
            ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", files / "header.p7s", "-certfile",
             files / "terminal.pem", "-CAfile", self.out / "state/pki/ca.pem"], capture_output=True, check=False)
        self.assertEqual(checked.returncode, 0, checked.stderr)
        self.assertEqual(str(json.loads(checked.stdout)["receipt"]), self.summary["receipt_no"].replace("-", ""))

    def test_the_countys_cases_are_whole_and_a_changed_event_is_named(self):
        database = self.out / "state/intake/intake.db"
        audit = ("case", "audit", "--county", "430522", "--sqlite")
        self.assertEqual(self.admin(*audit, database), (0, "every case chain whole\n"))
        copy = self.folder / "intake.db"
        for suffix in ("", "-wal"):
            if Path(f"{database}{suffix}").exists():
                shutil.copy(f"{database}{suffix}", f"{copy}{suffix}")
        county = sqlite3.connect(copy)
        with county:
            self.assertGreater(county.execute("UPDATE matter_event SET unit = 'nobody'").rowcount, 0)
        county.close()
        code, said = self.admin(*audit, copy)
        self.assertEqual(code, 1, said)
        self.assertIn("case ", said)

    def test_nothing_personal_lies_in_the_open(self):
        for part in ("log", "state/terminal/queue.db", "state/terminal/queue.db-wal", "summary.json"):
            path = self.out / part
            for file in (path.rglob("*") if path.is_dir() else [path]):
                if not file.is_file():
                    continue
                content = file.read_bytes()
                for word in ("430522190001010004", "王秀英"):
                    self.assertNotIn(word.encode(), content, file)


if __name__ == "__main__":
    unittest.main()
