"""What a cluster is to do: a list of tasks, a script that does one of them, and a script that judges them all."""

import hashlib
import os
import pathlib
import re
import shlex
import shutil
from typing import NamedTuple

# Slurm's own limit, unless a cluster has raised it: MaxArraySize is 1001.
LONGEST_ARRAY = 1000
# Seconds between Slurm's word that a task's time is up and its end: a step, and the answers to a stage's questions.
GRACE = 120


class PlanProblem(Exception):
    """The world's fault, in a sentence that says what mends it."""


class Task(NamedTuple):
    experiment: str
    replicate: int

    @staticmethod
    def read(text):
        """The tasks of `genbench run --missing`, a line each."""
        tasks = []
        for line in text.splitlines():
            words = line.split(" ")
            if len(words) != 2 or not words[1].isdecimal():
                raise PlanProblem(f'genbench run --missing wrote "{line}": is this genbench of this checkout?')
            tasks.append(Task(words[0], int(words[1])))
        if len(set(tasks)) != len(tasks):
            raise PlanProblem("genbench run --missing names a replicate twice")
        return tasks


class Plan:
    """Written below the store, in a folder that is named by all that it holds: whatever is submitted later, the scripts of a
    task that waits stay what they were. So does the program: a build does not reach what was submitted before it."""

    def __init__(self, program, package, store, profile, experiments, tasks):
        if not re.fullmatch(r"[A-Za-z0-9/._+@=,-]+", str(store)):
            raise PlanProblem(f'Slurm would not take the folder "{store}" as it is written: '
                              "give one of letters, digits and / . _ + @ = , - alone")
        self.package, self.profile = package, profile
        self.store, self.experiments, self.tasks = pathlib.Path(store), experiments, tasks
        self.original = pathlib.Path(program)
        built = hashlib.sha256(self.original.read_bytes()).hexdigest()[:12]
        self.program = self.store / "cluster" / f"genbench-{built}"
        parts = [str(package), str(store), built, profile, *experiments, "", *(f"{a} {b}" for a, b in tasks)]
        self.folder = self.store / "cluster" / hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]
        self.logs, self.report = self.folder / "logs", self.folder / "report"

    def write(self):
        self.logs.mkdir(parents=True, exist_ok=True)
        if not self.program.exists():
            fresh = self.program.with_name(f"{self.program.name}.{os.getpid()}.partial")
            shutil.copy2(self.original, fresh)
            os.replace(fresh, self.program)
        for name, text in (("tasks", self.list), ("train.sh", self.train_script), ("judge.sh", self.judge_script)):
            fresh = self.folder / f".{name}.{os.getpid()}.partial"
            fresh.write_text(text)
            os.replace(fresh, self.folder / name)

    @property
    def list(self):
        return "".join(f"{experiment} {replicate}\n" for experiment, replicate in self.tasks)

    def command(self, *words):
        return shlex.join([str(self.program), *words, "--profile", self.profile])

    def train(self, task):
        return self.command("run", task.experiment, "--seed", str(task.replicate))

    @property
    def judge(self):
        return self.command("report", *self.experiments, "--out", str(self.report))

    def settings(self, cores):
        return f"""\
unset GENBENCH_FRESH GENBENCH_SHARD GENBENCH_PROFILE
export GENBENCH_STORE={shlex.quote(str(self.store))} GENBENCH_THREADS={cores}
cd {shlex.quote(str(self.package))} || exit 3
"""

    @property
    def train_script(self):
        size = min(len(self.tasks), LONGEST_ARRAY)
        return f"""\
#!/usr/bin/env bash
# Trains the replicates that fall to this task of the array: mostly one.
#SBATCH --job-name=genbench
#SBATCH --array=0-{size - 1}
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --signal=TERM@{GRACE}
#SBATCH --output={self.logs}/%A-%a.txt
{self.settings('"${SLURM_CPUS_PER_TASK:-1}"')}\
mapfile -t tasks < {shlex.quote(str(self.folder / "tasks"))}
worst=0
for ((line = SLURM_ARRAY_TASK_ID; line < ${{#tasks[@]}}; line += {size})); do
  read -r experiment replicate <<<"${{tasks[line]}}"
  # As a step: Slurm's warnings reach steps, and not this script.
  srun --quiet --ntasks=1 --cpus-per-task="$GENBENCH_THREADS" \\
    {self.command("run")} "$experiment" --seed "$replicate"
  status=$?
  case $status in
    0) ;;
    129 | 130 | 143)
      # Stopped and saved. Whom Slurm ends it puts back itself, or it was cancelled; whom it only warned puts itself back.
      if [ "$(squeue --noheader --jobs "$SLURM_JOB_ID" --format %T)" = RUNNING ]; then
        scontrol requeue "$SLURM_JOB_ID"
      fi
      exit $status
      ;;
    *) worst=$status ;;
  esac
done
exit $worst
"""

    @property
    def judge_script(self):
        return f"""\
#!/usr/bin/env bash
# Judges what is kept, and trains nothing: exits 3 and names the replicates that are missing, if any are.
#SBATCH --job-name=genbench-judge
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#SBATCH --output={self.logs}/judge-%j.txt
{self.settings('"${SLURM_CPUS_PER_TASK:-1}"')}\
exec {self.judge}
"""

    @property
    def commands(self):
        """For whoever has another scheduler, or none."""
        lines = ["# On every machine:", self.settings("1").rstrip(),
                 "# Each line is a task; in any order, at once or one after another, more than once if need be:"]
        lines += [self.train(task) for task in self.tasks]
        lines += ["# When all of them have ended:", self.judge]
        return "\n".join(lines) + "\n"
