"""Trains experiments on a real Slurm and on one machine, and compares: python3 acceptance.py GENBENCH

One task is preempted and put back, one is killed for good. The table must then be refused, by the name of what is missing;
the same command again trains that alone, and must end with the bits of one machine. Then the same by plain commands, each
given twice at once.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from slurm import LocalSlurm

HERE = pathlib.Path(__file__).resolve().parent
PACKAGE = HERE.parents[1]
# Two tasks of some seconds, of which one is preempted and one is lost, and five of one.
EXPERIMENTS = ["powers/higher-powers", "mazes/solver-path-absolute-one"]


def require(is_so, what):
    if not is_so:
        sys.exit(f"error: it is not so that {what}")


def genbench(program, store, *words):
    """Runs it on this machine, by two threads; returns exit code and output."""
    environment = {**os.environ, "GENBENCH_STORE": str(store), "GENBENCH_THREADS": "2"}
    done = subprocess.run([program, *words, "--profile", "smoke"], stdout=subprocess.PIPE, text=True, env=environment)
    return done.returncode, done.stdout


def report(program, store):
    """What one machine says of a store it trained: the exit code, and the table as the judge of a cluster prints it."""
    code, said = genbench(program, store, "report", *EXPERIMENTS, "--out", str(store / "report"))
    return code, said.replace(str(store / "report"), "")


def results(folder):
    """Everything but the date and what a clock said."""
    def timeless(value):
        if isinstance(value, dict):
            return {name: timeless(inner) for name, inner in value.items() if name not in ("date", "seconds")}
        return [timeless(inner) for inner in value] if isinstance(value, list) else value
    return [timeless(json.loads(line)) for line in (folder / "results.jsonl").read_text().splitlines()]


class Cluster:
    """What tools/cluster leaves in a store that a Slurm trains into."""

    def __init__(self, slurm, program, store):
        self.slurm, self.program, self.store = slurm, program, store

    def run(self, action="run"):
        return subprocess.Popen(
            [PACKAGE / "tools/cluster", action, *EXPERIMENTS, "--store", self.store, "--profile", "smoke",
             "--genbench", self.program],
            stdout=subprocess.PIPE, text=True, env={**self.slurm.environment, "GENBENCH_CHECKPOINT_SECONDS": "0.05"})

    def plans(self):
        return sorted(self.store.glob("cluster/*/tasks"), key=lambda tasks: tasks.stat().st_mtime)

    def logs(self, pattern="*"):
        return sorted(self.store.glob(f"cluster/*/logs/{pattern}.txt"))

    def training(self, task):
        """The number of the array's task once it trains, and its node."""
        def trains():
            return any("step " in log.read_text() for log in self.logs(f"*-{task}"))
        self.slurm.wait_until(trains, f"task {task} trains")
        jobs = (line.split() for line in self.slurm.ask("squeue", "-h", "-t", "running", "-o", "%A %K %N").splitlines())
        return next((job, node) for job, index, node in jobs if index == str(task))


def disturb(cluster):
    """Preempts the first task, and kills the second."""
    slurm = cluster.slurm
    (first, node), (second, _) = cluster.training(0), cluster.training(1)
    require(slurm.ask("sbatch", "--parsable", "-p", "high", "-w", node, "-o", "/dev/null", "--wrap", "sleep 1"),
            "a job that comes first was taken")
    slurm.ask("scancel", "--signal=KILL", f"{second}.0")


def refused_where_a_task_was_lost(cluster):
    waiting = cluster.run()
    disturb(cluster)
    said = waiting.communicate()[0]
    require(waiting.returncode == 3, f"the table was refused: {waiting.returncode}, {said}")
    named = [line.strip() for line in said.splitlines() if ", replicate " in line]
    require(named == ["powers/higher-powers, replicate 1: no finished run is kept"],
            f"the lost replicate is named, and no other: {said}")
    require(not list(cluster.store.glob("cluster/*/report/*")), "nothing was reported")


def preempted_was_saved_and_went_on(cluster):
    log = cluster.logs("*-0")[0].read_text()
    first, saved, second = log.partition("Saving.")
    require(saved, f"the preempted task saved: {log}")
    steps = [[int(step.replace(",", "")) for step in re.findall(r"step ([0-9,]+) of", go)] for go in (first, second)]
    require(steps[0][0] == 1 < steps[1][0], f"it went on where it was: {steps}\n{log}")
    states = [job["JobState"] for job in cluster.slurm.ended() if job["Name"] == "genbench"]
    require(states.count("PENDING") == 1 and states.count("FAILED") == 1 and states.count("COMPLETED") == 6,
            f"one task was put back, one failed, six were done: {states}")


def judged_after_the_array(cluster):
    jobs = cluster.slurm.ended()
    judge = next(job for job in jobs if job["Name"] == "genbench-judge")
    last = max(job["EndTime"] for job in jobs if job["Name"] == "genbench")
    require(judge["StartTime"] >= last, f"nothing was judged before {last}: {judge}")


def the_same_as_one_machine(cluster, reference):
    waiting = cluster.run()
    said = waiting.communicate()[0]
    plan = cluster.plans()[-1].parent
    require((plan / "tasks").read_text() == "powers/higher-powers 1\n", "what was lost is trained, and nothing else")
    code, alone = report(cluster.program, reference)
    require(waiting.returncode == code, f"the exit code is one machine's, {code}: {waiting.returncode}")
    require(said.replace(str(plan / "report"), "") == alone and "powers/higher-powers" in alone,
            f"the table is one machine's:\n{said}\n{alone}")
    require(results(plan / "report") == results(reference / "report"), "all results are one machine's, to the bit")
    for part in ("runs", "exposures"):
        names = [sorted(path.name for path in (store / part).iterdir()) for store in (cluster.store, reference)]
        require(len(names[0]) == 7 and names[0] == names[1], f"each replicate is kept once in {part}: {names}")
    # A file that a kill left half-written is a temporary one, and nothing reads it.
    unfinished = [path.name for path in (cluster.store / "checkpoints").iterdir() if not path.name.endswith(".partial")]
    require(not unfinished, f"nothing unfinished is left: {unfinished}")
    finished = [line for log in cluster.logs() for line in log.read_text().splitlines() if "fingerprint" in line]
    require(len(finished) == len(set(finished)) == 7, f"each replicate was trained to its end once: {finished}")
    return len(finished)


def plain_commands_do_the_same(cluster, reference):
    """Each of them twice at once, as two machines that share the store may."""
    written = cluster.run("commands").communicate()[0]
    twice = re.sub(r"^(.* mazes/.* --seed .*)$", r"\1 & \1 & wait", written, flags=re.MULTILINE)
    require((written.count(" --seed "), twice.count(" --seed ")) == (7, 12), f"a command a replicate:\n{written}")
    done = subprocess.run(["bash", "-c", twice], stdout=subprocess.PIPE, text=True,
                          env={**os.environ, "GENBENCH_CHECKPOINT_SECONDS": "0.01"})
    code, alone = report(cluster.program, reference)
    said = done.stdout.replace(str(cluster.plans()[-1].parent / "report"), "")
    require(done.returncode == code and said.endswith(alone),
            f"they end as one machine does, with {code}: {done.returncode}\n{said}\n{alone}")
    require(len(list((cluster.store / "runs").iterdir())) == 7, "each replicate is kept once")


def main(program):
    with tempfile.TemporaryDirectory(prefix="genbench-") as folder, LocalSlurm(f"{folder}/slurm") as slurm:
        cluster = Cluster(slurm, program, pathlib.Path(folder) / "shared")
        reference = pathlib.Path(folder) / "alone"
        genbench(program, reference, "run", *EXPERIMENTS)
        refused_where_a_task_was_lost(cluster)
        preempted_was_saved_and_went_on(cluster)
        judged_after_the_array(cluster)
        count = the_same_as_one_machine(cluster, reference)
        plain_commands_do_the_same(Cluster(slurm, program, pathlib.Path(folder) / "plain"), reference)
    print(f"{count} replicates by Slurm, one preempted and one lost on the way: the table and the bits of one machine")


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]))
