"""Measures what a terminal costs as a whole: instructions of a key tap, first paint, idling, memory, the monkey.

Usage: screens.py BIN OUT.json; BIN is the folder with the release programs. The real programs run in a hall of their own, on a
display in memory (Xvfb) whose pixels are read from outside. Exit 1: an aim is not met.
"""
import json
import mmap
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SIZE = (1080, 1920)
STARTS = 7
IDLE_S = 30
MONKEY_TOUCHES = 20_000
# The same form in Qt 6 Widgets, 2 vCPU of an EPYC, Debian 12 under Xvfb: figures of a comparison made once, to compare with.
QT = {"first_paint_ms": 41.0, "pss_mb": 38.4, "idle_cpu_percent": 0.0}


def figure(name, value, unit, aim, reference=None):
    ratio = reference / value if reference and value else None
    met = aim is None or value <= aim
    return {"name": name, "value": value, "unit": unit, "reference": reference, "ratio": ratio, "aim": aim, "met": met}


class Display:
    """An X server whose pixels are a file."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-fbdir", self.folder.name,
             "-nolisten", "tcp", "-noreset"], pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            self.name = ":" + pipe.readline().strip()
        with open(Path(self.folder.name) / "Xvfb_screen0", "rb") as file:
            self.pixels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()
        self.folder.cleanup()

    def environment(self):
        return dict(os.environ, DISPLAY=self.name, SDL_VIDEODRIVER="x11")

    def is_painted(self):
        """Near each corner and in the middle there is something else than the black of an empty screen."""
        header = len(self.pixels) - SIZE[0] * SIZE[1] * 4
        spots = [(x, y) for x in (4, SIZE[0] // 2, SIZE[0] - 5) for y in (4, SIZE[1] // 2, SIZE[1] - 5)]
        return all(any(self.pixels[header + 4 * (y * SIZE[0] + x):][:3]) for x, y in spots)


def wait_until(true, seconds, what):
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            sys.exit(f"tests/bench: {what} after {seconds} s")
        time.sleep(0.001)


def stop(process):
    process.send_signal(signal.SIGTERM)
    process.wait()


def child_named(parent, name):
    for entry in Path("/proc").iterdir():
        try:
            command, rest = (entry / "stat").read_text().split("(", 1)[1].rsplit(")", 1)
        except (OSError, IndexError):
            continue
        if command == name and int(rest.split()[1]) == parent:
            return entry
    return None


def cpu_ns(process):
    """What all its threads have used."""
    return sum(int((task / "schedstat").read_text().split()[0]) for task in (process / "task").iterdir())


def pss_mb(process):
    for line in (process / "smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def make_state(bin_dir, folder):
    subprocess.run([bin_dir / "kiosk-admin", "pki", "demo", "--state", folder / "state"], check=True,
                   stdout=subprocess.DEVNULL)


def key_tap(bin_dir, folder):
    make_state(bin_dir, folder)
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", "--collect-atstart=no", f"--callgrind-out-file={folder}/callgrind.out",
         bin_dir / "bench_key_tap", folder],
        env=dict(os.environ, SDL_VIDEODRIVER="dummy"), check=True, capture_output=True, text=True)
    taps = int(re.search(r"^taps (\d+)", run.stdout, re.M)[1])
    instructions = int(re.search(r"Collected : (\d+)", run.stderr)[1])
    return [figure("key_tap_instructions", instructions / taps, "instructions", 4_000_000)]


def first_paint(bin_dir, folder):
    make_state(bin_dir, folder)
    command = [bin_dir / "kiosk", "--config", ROOT / "kiosk/terminal/demo.toml", "--state", folder / "state/terminal"]
    times = []
    for _ in range(STARTS + 1):
        with Display() as display:
            start = time.monotonic()
            kiosk = subprocess.Popen(command, env=display.environment(), stderr=subprocess.DEVNULL)
            wait_until(display.is_painted, 20, "nothing on the screen")
            times.append((time.monotonic() - start) * 1000)
            stop(kiosk)
    # The first start reads the files from the disk.
    return [figure("first_paint_ms", statistics.median(times[1:]), "ms", 150, QT["first_paint_ms"])]


def idle(bin_dir, folder):
    """The whole hall with its devices; the terminal shows its idle screen and nobody comes."""
    with Display() as display:
        hall = subprocess.Popen([ROOT / "kiosk/hall", "--bin", bin_dir, "--out", folder / "idle"],
                                env=display.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_until(display.is_painted, 60, "no hall")
        kiosk = child_named(hall.pid, "kiosk")
        try:
            time.sleep(5)
            before, start = cpu_ns(kiosk), time.monotonic()
            time.sleep(IDLE_S)
            percent = (cpu_ns(kiosk) - before) / (time.monotonic() - start) / 1e7
        finally:
            # The hall ends with its terminal.
            os.kill(int(kiosk.name), signal.SIGTERM)
            hall.wait()
    return [figure("idle_cpu_percent", percent, "%", 0.05, QT["idle_cpu_percent"])]


def memory(bin_dir, folder):
    """The share of memory at the end of a whole application with all sizes and both languages, headless; and on the way."""
    headless = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    hall = subprocess.Popen(
        [ROOT / "kiosk/hall", "--bin", bin_dir, "--headless", "--journey", ROOT / "tests/benchmarks/all-sizes", "--out",
         folder / "memory"], env=headless, stdout=subprocess.DEVNULL)
    readings, kiosk = [], None
    while hall.poll() is None:
        kiosk = kiosk or child_named(hall.pid, "kiosk")
        try:
            readings += [pss_mb(kiosk)] if kiosk else []
        except OSError:
            pass
        time.sleep(0.05)
    if hall.returncode != 0:
        sys.exit("tests/bench: the journey all-sizes did not come to its end")
    # Devices are waited for before the screens go, so what was read last is what an idle terminal keeps.
    return [figure("pss_mb", max(readings[-3:]), "MB", 45, QT["pss_mb"]),
            figure("pss_peak_mb", max(readings), "MB", None)]


def monkey(bin_dir):
    run = subprocess.run([bin_dir / "monkey"], capture_output=True, text=True,
                         env=dict(os.environ, SDL_VIDEODRIVER="dummy", MONKEY_TOUCHES=str(MONKEY_TOUCHES)))
    findings = len(re.findall(r"ERROR: ", run.stdout))
    seconds = [float(second) for second in re.findall(r"in ([0-9.]+) s of CPU", run.stdout)]
    growth = [int(size) for size in re.findall(r"(-?\d+) bytes more", run.stdout)]
    touches = [int(count) for count in re.findall(r"(\d+) touches", run.stdout)]
    return [figure("monkey_findings", findings, "in %d touches" % sum(touches), 0),
            figure("monkey_touches_per_second", sum(touches) / sum(seconds), "1/s", None),
            figure("monkey_growth_mb", max(growth) / 2**20, "MB", 3)]


def show(figures):
    for one in figures:
        line = f"{one['name']:<28} {one['value']:>14.3f} {one['unit']:<12}"
        if one["ratio"]:
            line += f"  reference {one['reference']:.3f}  ratio {one['ratio']:.1f}"
        if one["aim"] is not None:
            line += f"  aim {one['aim']:g}  {'met' if one['met'] else 'NOT MET'}"
        print(line)


def main(bin_dir, out):
    figures, bin_dir = [], Path(bin_dir).resolve()
    for measure in (key_tap, first_paint, idle, memory):
        folder = Path(tempfile.mkdtemp())
        try:
            found = measure(bin_dir, folder)
        finally:
            shutil.rmtree(folder)
        show(found)
        figures += found
    found = monkey(bin_dir)
    show(found)
    figures += found
    Path(out).write_text(json.dumps({"figures": figures}, indent=2) + "\n")
    return 0 if all(one["met"] for one in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
