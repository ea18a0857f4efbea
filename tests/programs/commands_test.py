"""What every program promises its operator, tried on the built programs.

Usage: commands_test.py BIN SOURCE. A mistake is answered by one line on standard error (what, where, how to mend) and exit
code 2; --help and --version by standard output and 0.
"""
import json
import shutil
import socket
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

BIN, SOURCE = Path(sys.argv.pop(1)), Path(sys.argv.pop(1))
PROGRAMS = ("kiosk", "kiosk-uplink", "kiosk-intake", "kiosk-admin")
CONFIG = SOURCE / "kiosk/terminal/demo.toml"
COUNTY = SOURCE / "kiosk/intake/demo.toml"


def run(program, *arguments):
    return subprocess.run([str(program if "/" in str(program) else BIN / program), *map(str, arguments)],
                          capture_output=True, text=True, timeout=60, check=False)


def is_log(line):
    try:
        return "event" in json.loads(line)
    except ValueError:
        return False


class Commands(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="huimin-commands-"))
        cls.state = cls.folder / "state"
        made = run("kiosk-admin", "pki", "demo", "--state", cls.state)
        assert made.returncode == 0, made.stderr

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def file(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def complains(self, done, *words):
        """Exit code 2, nothing on standard output, one line that holds the words."""
        lines = [line for line in done.stderr.splitlines() if not is_log(line)]
        self.assertEqual((done.returncode, len(lines), done.stdout), (2, 1, ""), done.stderr)
        for word in words:
            self.assertIn(word, lines[0])
        return lines[0]

    def intake(self, *arguments):
        return run("kiosk-intake", "--state", self.folder / "intake", "--pki", self.state / "pki", "--county", COUNTY,
                   *arguments)


class EveryProgram(Commands):
    def test_help_and_version_are_answered_on_standard_output(self):
        for program in PROGRAMS:
            for flag, words in (("--help", "Usage: " + program), ("--version", program + " ")):
                with self.subTest(program=program, flag=flag):
                    done = run(program, flag)
                    self.assertEqual((done.returncode, done.stderr), (0, ""))
                    self.assertIn(words, done.stdout)

    def test_an_unknown_flag_is_named(self):
        known = {"kiosk-uplink": ("--state", self.state, "--county", "https://localhost:1"),
                 "kiosk-intake": ("--state", self.state, "--pki", self.state, "--county", COUNTY),
                 "kiosk-admin": ("config", "reference")}
        for program in PROGRAMS:
            with self.subTest(program=program):
                line = self.complains(run(program, *known.get(program, ()), "--loud"), "--loud", "--help")
                self.assertTrue(line.startswith(program + ": "))

    def test_a_missing_flag_is_named(self):
        self.complains(run("kiosk-uplink"), "--state is required")
        self.complains(run("kiosk-intake"), "--state is required")
        self.complains(run("kiosk-admin"), "subcommand is required")


class Terminal(Commands):
    def test_a_bad_setting_is_named_with_file_and_key(self):
        bad = self.file("bad.toml", CONFIG.read_text(encoding="utf-8").replace("idle_s = 150", "idle_s = 5"))
        self.complains(run("kiosk", "--config", bad), str(bad), "patience.idle_s", "120-300")

    def test_settings_that_are_no_toml_or_not_there_are_named(self):
        self.complains(run("kiosk", "--config", self.file("torn.toml", "[hall\n")), "torn.toml", "line ")
        self.complains(run("kiosk", "--config", self.folder / "none.toml"), "none.toml")

    def test_a_missing_state_folder_is_named(self):
        self.complains(run("kiosk", "--config", CONFIG, "--state", self.folder / "none"), "--state", "none",
                       "kiosk-admin enrol")

    def test_flags_that_do_not_fit_are_named(self):
        here = ("--config", CONFIG, "--state", self.state / "terminal")
        self.complains(run("kiosk", *here, "--size", "big"), "--size", "1080x1920")
        self.complains(run("kiosk", *here, "--size", "10x10"), "--size")
        self.complains(run("kiosk", *here, "--lang", "fr"), "--lang", "zh_CN")
        self.complains(run("kiosk", *here, "--headless"), "--headless needs --journey and --out")

    def test_a_share_folder_without_catalogue_is_named(self):
        self.complains(run("kiosk", "--config", CONFIG, "--state", self.state / "terminal", "--share", self.folder,
                           "--headless", "--journey", self.folder, "--out", self.folder / "out"), "catalogue")


class Uplink(Commands):
    def test_only_https_is_taken(self):
        self.complains(run("kiosk-uplink", "--state", self.state / "terminal", "--county", "http://localhost:1"),
                       "--county", "https://")

    def test_a_state_without_keys_is_named(self):
        empty = self.folder / "empty"
        empty.mkdir()
        self.complains(run("kiosk-uplink", "--state", empty, "--county", "https://localhost:1"), "empty", "missing")
        self.complains(run("kiosk-uplink", "--state", self.folder / "none", "--county", "https://localhost:1"), "none")


class Intake(Commands):
    def test_a_port_that_is_taken_is_named(self):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            address = f"127.0.0.1:{taken.getsockname()[1]}"
            self.complains(self.intake("--listen", address), address, "use")

    def test_an_address_that_is_none_is_named(self):
        for address in ("127.0.0.1", "127.0.0.1:", "127.0.0.1:99999", "127.0.0.1:port", "999.1.1.1:8443"):
            with self.subTest(address=address):
                self.complains(self.intake("--listen", address), "listen")

    def test_bad_county_settings_and_missing_keys_are_named(self):
        bad = self.file("county.toml", "county = 7\n")
        self.complains(run("kiosk-intake", "--state", self.folder / "intake", "--pki", self.state / "pki", "--county", bad),
                       "county.toml")
        self.complains(run("kiosk-intake", "--state", self.folder / "intake", "--pki", self.folder, "--county", COUNTY),
                       "missing")


class Admin(Commands):
    def answers(self, code, *arguments):
        done = run("kiosk-admin", *arguments)
        self.assertEqual((done.returncode, done.stderr), (code, ""))
        return done.stdout

    def test_config_check_says_0_when_complete_and_1_with_a_line_for_each_mistake(self):
        self.assertEqual(self.answers(0, "config", "check", CONFIG), "settings complete\n")
        bad = self.file("two.toml", CONFIG.read_text(encoding="utf-8").replace("terminal = 7", "terminal = 0") + "loud = 1\n")
        said = self.answers(1, "config", "check", bad)
        self.assertIn("hall.terminal: ", said)
        self.assertIn("patience.loud: ", said)
        self.assertEqual(said.count("\n"), 2)
        self.complains(run("kiosk-admin", "config", "check", self.folder / "none.toml"), "none.toml")

    def test_config_reference_names_every_key_of_the_demo_hall(self):
        page = self.answers(0, "config", "reference")
        for key in ("hall.division", "screen.width_mm", "devices.printer", "patience.idle_s", "state.least_free_mb"):
            self.assertIn(key, page)

    def test_catalogue_check_says_0_when_complete_and_1_with_the_place_of_a_mistake(self):
        self.assertIn("complete", self.answers(0, "catalogue", "check", BIN.parent / "share/huimin/catalogue"))
        copy = self.folder / "catalogue"
        shutil.copytree(BIN.parent / "share/huimin/catalogue", copy)
        programme = copy / "programmes/P08.toml"
        programme.write_text(programme.read_text(encoding="utf-8").replace('id = "P08"', 'id = "P8"', 1), encoding="utf-8")
        self.assertIn("P08.toml", self.answers(1, "catalogue", "check", copy))
        self.complains(run("kiosk-admin", "catalogue", "check", self.folder / "none"), "none")

    def test_catalogue_show_tells_a_programme_to_people(self):
        self.assertIn("临时救助", self.answers(0, "catalogue", "show", "P08"))
        self.complains(run("kiosk-admin", "catalogue", "show", "P99"), "P99")

    def test_receipt_verify_says_2_for_what_is_no_receipt_and_names_a_missing_trust_list(self):
        trust = self.state / "terminal/keys"
        self.assertEqual(self.answers(2, "receipt", "verify", "HTTPS://EXAMPLE.ORG", "--trust", trust), "not a receipt\n")
        self.complains(run("kiosk-admin", "receipt", "verify", "1", "--trust", self.folder), "--trust")

    def test_queue_commands_name_a_state_that_has_no_queue(self):
        for arguments in (("verify", self.folder), ("export", self.folder, "--seq", 1, "--out", self.folder / "out")):
            self.complains(run("kiosk-admin", "queue", *arguments), str(self.folder))

    def test_a_device_that_is_none_is_named(self):
        self.complains(run("kiosk-admin", "device", "poke", "toaster", "tcp:127.0.0.1:1"), "toaster")
        self.complains(run("kiosk-admin", "device", "poke", "printer", "nowhere"), "nowhere")


class Hall(Commands):
    """kiosk/hall, which kiosk/run hands over to once everything is built."""
    hall = SOURCE / "kiosk/hall"

    def test_help_is_answered(self):
        done = run(self.hall, "--help")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("--journey", done.stdout)

    def test_flags_that_do_not_fit_are_named(self):
        for arguments, words in ((("--loud",), "--loud"), (("--lang", "fr"), "--lang"), (("--lang",), "--lang"),
                                 (("--size", "1"), "--size"), (("--store", "oracle"), "--store"),
                                 (("--journey", "nowhere"), "nowhere"), (("--profile", "window"), "--profile")):
            with self.subTest(arguments=arguments):
                self.complains(run(self.hall, "--bin", BIN, *arguments), "kiosk/run: ", words)

    def test_a_folder_without_programs_is_named(self):
        self.complains(run(self.hall, "--bin", self.folder), "--bin", str(self.folder))
        self.complains(run(self.hall), "--bin")


if __name__ == "__main__":
    unittest.main()
