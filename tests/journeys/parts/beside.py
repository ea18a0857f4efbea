"""What happens to a hall from outside, and what somebody finds there who looks. Steps `beside LINE` of a script speak to it.

Usage: beside.py SOCKET STATE. Each line is answered by "ok" or by what is wrong:
  hold queue          another program keeps the terminal's queue locked, and does not let go
  let go              it does
  open queue          somebody makes the queue's file readable for everybody
  close queue         and closes it again
  envelopes N         the queue holds N envelopes
  prints END...       how the prints of receipts ended, in order: printed, interrupted, unknown
  county N NAME       the N-th application in the county's database, opened with the county's key, is of NAME
"""
import json
import socketserver
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ENDS = ("begun", "printed", "interrupted", "unknown")


class Outside:
    def __init__(self, state):
        self.queue = state / "terminal" / "queue.db"
        self.state = state
        self.mode = 0
        self.holder = None

    def answer(self, line):
        command = {
            "hold queue": self.hold, "let go": self.let_go, "open queue": self.open, "close queue": self.close,
        }.get(line)
        if command:
            command()
            return "ok"
        word, *rest = line.split()
        if word == "county":
            return self.compare(self.applicant(int(rest[0])), " ".join(rest[1:]))
        if word == "envelopes":
            return self.compare(self.rows("SELECT count(*) FROM envelope"), [int(rest[0])])
        if word == "prints":
            return self.ends_become(rest)
        return "no such line: " + line

    def ends_become(self, wanted):
        """The screen tells of a print a moment before its end is stored."""
        for _ in range(30):
            found = [ENDS[end] for end in self.rows("SELECT outcome FROM print ORDER BY id")]
            if found == wanted:
                break
            time.sleep(0.1)
        return self.compare(found, wanted)

    def hold(self):
        self.holder = sqlite3.connect(self.queue, isolation_level=None)
        self.holder.execute("BEGIN EXCLUSIVE")

    def let_go(self):
        self.holder.execute("ROLLBACK")
        self.holder.close()

    def open(self):
        self.mode = self.queue.stat().st_mode
        self.queue.chmod(self.mode | 0o006)

    def close(self):
        self.queue.chmod(self.mode)

    def applicant(self, nth):
        """What the county reads when it opens what it has kept."""
        sealed = self.rows("SELECT body_p7m FROM envelope ORDER BY sequence", self.state / "intake" / "intake.db")
        with tempfile.NamedTemporaryFile() as file:
            file.write(sealed[nth - 1])
            file.flush()
            key = self.state / "pki" / "intake-recipient"
            opened = subprocess.run(
                ["openssl", "cms", "-decrypt", "-binary", "-inform", "DER", "-in", file.name,
                 "-inkey", f"{key}.key", "-recip", f"{key}.pem"], capture_output=True, check=True)
        return json.loads(opened.stdout)["application"]["applicant"]["name"]

    def rows(self, sql, file=None):
        found = sqlite3.connect(f"file:{file or self.queue}?mode=ro", uri=True)
        try:
            return [row[0] for row in found.execute(sql)]
        finally:
            found.close()

    @staticmethod
    def compare(found, expected):
        return "ok" if found == expected else f"found {found}"


def main(socket, state):
    outside = Outside(Path(state))

    class Lines(socketserver.StreamRequestHandler):
        def handle(self):
            for line in self.rfile:
                try:
                    answer = outside.answer(line.decode().strip())
                except (sqlite3.Error, OSError, IndexError, KeyError, subprocess.SubprocessError) as problem:
                    answer = str(problem)
                self.wfile.write((answer + "\n").encode())

    with socketserver.UnixStreamServer(socket, Lines) as server:
        server.serve_forever()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
