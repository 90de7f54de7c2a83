"""Processes that take turns: `genbench speed`, anew each time, and workers that stay warm and wait."""

import json
import os
import subprocess
import tempfile
import time

from environment import note

DISTURBED = 0.05  # of the cores, used by others during a measurement
TICK = 1 / os.sysconf("SC_CLK_TCK")


class DidNotRun(Exception):
    """A peer's last words."""


class Turn:
    """The wall clock over one measurement, and what everybody used of the cores meanwhile."""

    def __init__(self, cores):
        self.cores, self.start, self.busy = cores, time.monotonic(), busy_seconds(cores)

    def others_share(self, own):
        """Of the cores, what was used by anybody but the process that was timed."""
        elapsed = time.monotonic() - self.start
        return max(0.0, busy_seconds(self.cores) - self.busy - own) / (elapsed * len(self.cores))


def busy_seconds(cores):
    """All but idle and waiting for disks, since the machine was started."""
    with open("/proc/stat") as file:
        lines = [line.split() for line in file if line.startswith("cpu")]
    return sum(busy_ticks(line) for line in lines if line[0][3:].isdigit() and int(line[0][3:]) in cores) * TICK


def busy_ticks(line):
    user, nice, system, _, _, interrupts, soft, stolen = map(int, line[1:9])
    return user + nice + system + interrupts + soft + stolen


class Ours:
    """`genbench speed`, started anew each turn."""

    name = "genbench"

    def __init__(self, program, options, cores):
        self.command, self.cores = [program, "speed", *options, "--json"], cores

    def measure(self):
        turn = Turn(self.cores)
        with tempfile.TemporaryFile("w+") as output:
            child = subprocess.Popen(self.command, stdout=output, preexec_fn=lambda: on(self.cores))
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            others = turn.others_share(usage.ru_utime + usage.ru_stime)
            if child.returncode:
                raise SystemExit(f"error: {' '.join(self.command)} ended with {child.returncode}")
            output.seek(0)
            report = json.load(output)
        rate = report.get("steps_per_s", report["examples_per_s"])  # of data, only examples are counted
        return {"rate": rate, "memory": report["peak_rss_mib"], "others": others, **report}


class Peer:
    """A worker: started once, asked for a measurement each turn."""

    def __init__(self, name, command, environment, cores):
        self.name, self.cores = name, cores
        self.errors = tempfile.TemporaryFile("w+")
        self.child = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors, text=True,
            env={**os.environ, **environment}, preexec_fn=lambda: on(cores))
        try:
            self.facts = self.answer()
        except BaseException:
            self.end()
            raise

    def answer(self):
        line = self.child.stdout.readline()
        if not line:
            self.child.wait()
            self.errors.seek(0)
            words = self.errors.read().strip().splitlines() or [f"it ended with {self.child.returncode}"]
            raise DidNotRun(f"{self.name}: {words[-1]}")
        return json.loads(line)

    def measure(self):
        turn, used = Turn(self.cores), self.used_seconds()
        try:
            self.child.stdin.write("measure\n")
            self.child.stdin.flush()
        except BrokenPipeError:
            pass  # its last words are read next
        answer = self.answer()
        return {**answer, "others": turn.others_share(self.used_seconds() - used)}

    def used_seconds(self):
        try:
            with open(f"/proc/{self.child.pid}/stat") as file:
                fields = file.read().rsplit(")", 1)[1].split()
        except OSError:
            return 0.0
        return (int(fields[11]) + int(fields[12])) * TICK

    def end(self):
        if self.child.stdin.closed:
            return
        self.child.kill()
        self.child.communicate()
        self.errors.close()


def on(cores):
    os.sched_setaffinity(0, cores)


def started(names, start):
    """The peers that got ready, one after another, and why the others did not."""
    peers, reasons = [], []
    for name in names:
        note(f"  warming up {name}")
        try:
            peers.append(start(name))
        except DidNotRun as reason:
            reasons.append(str(reason))
    return peers, reasons


def undisturbed_rounds(turns, count):
    """So many rounds, each a measurement by name, and how many of them had to be disturbed ones: as many are run again."""
    rounds, disturbed = [], []
    while len(rounds) < count and len(disturbed) < count:
        measured = {one.name: one.measure() for one in turns}
        is_disturbed = any(one["others"] > DISTURBED for one in measured.values())
        (disturbed if is_disturbed else rounds).append(measured)
        note("  " + ", ".join(f"{name} {one['rate']:.3g}" for name, one in measured.items())
             + (" (disturbed)" if is_disturbed else ""))
    lacking = count - len(rounds)
    return rounds + disturbed[:lacking], lacking
