"""What tools/cluster does. Exit codes are those of genbench."""

import argparse
import os
import pathlib
import subprocess
import sys

from plan import Plan, PlanProblem, Task

PACKAGE = pathlib.Path(__file__).resolve().parents[2]


def arguments(words):
    """What was typed; whatever follows "--" is for sbatch."""
    split = words.index("--") if "--" in words else len(words)
    parser = argparse.ArgumentParser(
        prog="tools/cluster", usage="%(prog)s run|submit|commands [ID ...] [--store FOLDER] [--profile P] "
        "[--genbench FILE] [-- OPTIONS OF SBATCH]",
        description="Trains what a shared store lacks, a task a replicate, and judges it: see docs/cluster.md.")
    parser.add_argument("action", choices=("run", "submit", "commands"))
    parser.add_argument("experiments", metavar="ID", nargs="*", help="those of the suite where none is named")
    parser.add_argument("--store", default=os.environ.get("GENBENCH_STORE") or str(PACKAGE / ".genbench"),
                        help="a folder that every machine sees (%(default)s)")
    parser.add_argument("--profile", default=os.environ.get("GENBENCH_PROFILE") or "standard",
                        help="how large: smoke, standard or paper (%(default)s)")
    parser.add_argument("--genbench", help="a built genbench (builds it)")
    asked = parser.parse_intermixed_args(words[:split])
    asked.options = words[split + 1:]
    if asked.action == "commands" and asked.options:
        parser.error("commands are for another scheduler, so there are no options of sbatch")
    return asked


def built():
    subprocess.run(["swift", "build", "--product", "genbench"], cwd=PACKAGE, check=True, stdout=sys.stderr)
    shown = subprocess.run(["swift", "build", "--show-bin-path"], cwd=PACKAGE, check=True, capture_output=True, text=True)
    return shown.stdout.strip() + "/genbench"


def missing(program, store, profile, experiments):
    """The tasks that there are. Ends this program where genbench refuses."""
    environment = {name: value for name, value in os.environ.items() if name != "GENBENCH_SHARD"}
    listed = subprocess.run(
        [program, "run", *experiments, "--profile", profile, "--missing"], stdout=subprocess.PIPE, text=True,
        cwd=PACKAGE, env={**environment, "GENBENCH_STORE": store})
    if listed.returncode != 0:
        sys.exit(listed.returncode)
    return Task.read(listed.stdout)


class Slurm:
    def __init__(self, options):
        self.options = options

    def start(self, script, *options):
        """Submits a script; returns its job's number and the sbatch, which may still wait for the job's end."""
        try:
            waiting = subprocess.Popen(
                ["sbatch", "--parsable", *options, *self.options, str(script)], stdout=subprocess.PIPE, text=True)
        except FileNotFoundError:
            raise PlanProblem("there is no sbatch here: submit where Slurm is, or see tools/cluster commands")
        number = waiting.stdout.readline().strip().split(";")[0]
        if not number.isdecimal():
            waiting.wait()
            raise PlanProblem(f"sbatch did not take {script}")
        return number, waiting

    def submit(self, plan, waits):
        """Trains, then judges; returns the exit code of the table, or 0 where nobody waits for it."""
        array, taken = self.start(plan.folder / "train.sh")
        taken.wait()
        # After any end: what a lost task did not train, the judge names.
        judge, waiting = self.start(plan.folder / "judge.sh", f"--dependency=afterany:{array}",
                                    *(["--wait"] if waits else []))
        table = plan.logs / f"judge-{judge}.txt"
        print(f"job {array} trains {len(plan.tasks)} replicates, job {judge} then judges: {table}",
              file=sys.stderr, flush=True)
        status = waiting.wait()
        if waits:
            if not table.exists():
                raise PlanProblem(f"job {judge} ended without a word in {table}: see scontrol show job {judge}")
            print(table.read_text(), end="")
        return status


def main(words):
    asked = arguments(words)
    store = os.path.abspath(asked.store)
    program = os.path.abspath(asked.genbench) if asked.genbench else built()
    tasks = missing(program, store, asked.profile, asked.experiments)
    plan = Plan(program, PACKAGE, store, asked.profile, asked.experiments, tasks)
    plan.write()
    if asked.action == "commands":
        print(plan.commands, end="")
        return 0
    if not tasks:
        # Nothing is left to train, and judging takes a moment.
        return subprocess.run(["bash", plan.folder / "judge.sh"]).returncode
    return Slurm(asked.options).submit(plan, waits=asked.action == "run")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except PlanProblem as problem:
        print(f"error: {problem}", file=sys.stderr)
        sys.exit(3)
    except KeyboardInterrupt:
        print("\nNobody waits any longer; what was submitted goes on.", file=sys.stderr)
        sys.exit(130)
