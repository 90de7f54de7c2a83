"""What tools/cluster writes, done by stand-ins for Slurm and genbench.   python3 -m unittest discover tools/clusters"""

import os
import pathlib
import subprocess
import tempfile
import unittest

import plan
from plan import Plan, PlanProblem, Task

CLUSTER = pathlib.Path(__file__).resolve().parents[1] / "cluster"

# A replicate of a/b is kept where the store has a file of its name. One named by LOST dies; one named by STOPPED stops,
# the first time. The list of what is missing has one more line where TWICE says so.
GENBENCH = """\
#!/usr/bin/env bash
echo "genbench $* by $GENBENCH_THREADS" >>"$LOG"
case "$*" in
  *unknown*) echo "error: unknown experiment" >&2; exit 2 ;;
  *--missing*)
    for replicate in 0 1 $TWICE; do
      [ -e "$GENBENCH_STORE/a/b-$replicate" ] || echo "a/b $replicate"
    done ;;
  run*)
    replicate=$(sed -E 's|.* (a/b) .*--seed ([0-9]+).*|\\1-\\2|' <<<"$*")
    kept="$GENBENCH_STORE/$replicate"
    [ "$LOST" != "$replicate" ] || kill -KILL $$
    if [ "$STOPPED" = "$replicate" ] && [ ! -e "$kept.saved" ]; then mkdir -p "${kept%/*}"; touch "$kept.saved"; exit 143; fi
    mkdir -p "${kept%/*}"; echo trained >>"$kept" ;;
  report*)
    for replicate in 0 1; do
      [ -e "$GENBENCH_STORE/a/b-$replicate" ] || { echo "a/b $replicate is missing"; exit 3; }
    done
    echo "the table"; exit "${JUDGED:-0}" ;;
esac
"""
# Does at once what it is given, one task after another; puts back what scontrol asks for; --wait has nothing to wait for.
SBATCH = """\
#!/usr/bin/env bash
[ -z "$REFUSES" ] || { echo "sbatch: error: no such partition" >&2; exit 1; }
echo "sbatch $*" >>"$LOG"
script="${@: -1}"
job=$(($(grep -c ^sbatch "$LOG") + 40))
case "$script" in
  *train.sh)
    last=$(sed -n 's/^#SBATCH --array=0-//p' "$script")
    for ((task = 0; task <= last; task++)); do
      while
        SLURM_JOB_ID=$job SLURM_ARRAY_TASK_ID=$task SLURM_CPUS_PER_TASK=3 bash "$script" >/dev/null 2>&1
        [ -e "$LOG.again" ]
      do rm "$LOG.again"; done
    done ;;
  *) log=$(sed -n 's/^#SBATCH --output=//p' "$script"); bash "$script" >"${log/\\%j/$job}" 2>&1; status=$? ;;
esac
echo "$job;elsewhere"
case "$*" in *--wait*) exit $status ;; esac
"""
STANDINS = {
    "genbench": GENBENCH, "sbatch": SBATCH,
    "srun": '#!/usr/bin/env bash\nshift 3\nexec "$@"\n',
    "squeue": '#!/usr/bin/env bash\necho "${STATE:-RUNNING}"\n',
    "scontrol": '#!/usr/bin/env bash\necho "scontrol $*" >>"$LOG"\ntouch "$LOG.again"\n',
}


class ClusterTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="genbench-")
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        (self.folder / "bin").mkdir()
        for name, text in STANDINS.items():
            (self.folder / "bin" / name).write_text(text)
            (self.folder / "bin" / name).chmod(0o755)
        self.store = self.folder / "store"

    def cluster(self, *words, **environment):
        return subprocess.run(
            [CLUSTER, *words, "--store", self.store, "--genbench", self.folder / "bin/genbench", "--profile", "smoke",
             *environment.pop("options", [])],
            capture_output=True, text=True,
            env={**os.environ, "PATH": f"{self.folder}/bin:{os.environ['PATH']}", "LOG": str(self.folder / "log"),
                 **environment})

    def log(self, beginning):
        return [line for line in (self.folder / "log").read_text().splitlines() if line.startswith(beginning)]

    def trained(self):
        return sorted(path.name for path in (self.store / "a").iterdir())

    def test_the_table_is_printed_when_every_replicate_is_kept(self):
        done = self.cluster("run", "a/b", JUDGED="1", options=["--", "--partition=long"])
        self.assertEqual((done.returncode, done.stdout), (1, "the table\n"), done.stderr)
        self.assertIn("job 41 trains 2 replicates, job 42 then judges", done.stderr)
        self.assertEqual(self.trained(), ["b-0", "b-1"])
        train, judge = self.log("sbatch")
        self.assertRegex(train, "^sbatch --parsable --partition=long .*/train.sh$")
        self.assertRegex(judge, "^sbatch --parsable --dependency=afterany:41 --wait --partition=long .*/judge.sh$")
        self.assertRegex("\n".join(self.log("genbench run --profile smoke a/b")), "--seed 0 by 3\n.*--seed 1 by 3$")
        self.assertRegex(self.log("genbench report")[0], "^genbench report a/b --out .*/report --profile smoke by 1$")

    def test_what_was_lost_is_named_and_the_same_command_trains_that_alone(self):
        lost = self.cluster("run", "a/b", LOST="a/b-1")
        self.assertEqual((lost.returncode, lost.stdout), (3, "a/b 1 is missing\n"))
        again = self.cluster("run", "a/b")
        self.assertEqual((again.returncode, again.stdout), (0, "the table\n"))
        self.assertEqual((self.store / "a/b-0").read_text(), "trained\n")
        third = self.cluster("run", "a/b")
        self.assertEqual((third.returncode, third.stdout), (0, "the table\n"))
        self.assertEqual(len(self.log("sbatch")), 4, "where nothing is missing nothing is submitted")

    def test_what_was_only_warned_puts_itself_back_and_goes_on(self):
        done = self.cluster("run", "a/b", STOPPED="a/b-0")
        self.assertEqual(done.returncode, 0)
        self.assertEqual(self.log("scontrol"), ["scontrol requeue 41"])
        self.assertEqual(self.trained(), ["b-0", "b-0.saved", "b-1"])

    def test_what_is_ended_is_not_put_back(self):
        # Slurm does it, or nobody should: it was cancelled.
        for state in ("COMPLETING", "CANCELLED", ""):
            (self.folder / "bin/squeue").write_text(f"#!/bin/sh\necho {state}\n")
            self.assertEqual(self.cluster("run", "a/b", STOPPED="a/b-0").returncode, 3)
            self.assertEqual(self.log("scontrol"), [])
            (self.store / "a/b-0.saved").unlink()

    def test_whoever_does_not_wait_is_told_where_the_table_will_be(self):
        done = self.cluster("submit", "a/b", JUDGED="1")
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        self.assertEqual(pathlib.Path(done.stderr.split("then judges: ")[1].strip()).read_text(), "the table\n")
        self.assertNotIn("--wait", "".join(self.log("sbatch")))

    def test_plain_commands_do_the_same(self):
        written = self.cluster("commands", "a/b")
        self.assertEqual(written.returncode, 0)
        self.assertEqual(written.stdout.count("--seed"), 2)
        done = subprocess.run(["bash", "-c", written.stdout], capture_output=True, text=True,
                              env={**os.environ, "LOG": str(self.folder / "log"), "GENBENCH_FRESH": "1"})
        self.assertEqual((done.returncode, done.stdout), (0, "the table\n"))
        self.assertEqual(self.trained(), ["b-0", "b-1"])

    def test_what_cannot_be_is_said(self):
        self.assertEqual(self.cluster("run", "unknown").returncode, 2)
        refused = self.cluster("run", "a/b", REFUSES="1")
        self.assertEqual(refused.returncode, 3)
        self.assertRegex(refused.stderr, "no such partition\nerror: sbatch did not take .*/train.sh")
        (self.folder / "bin/sbatch").unlink()
        nowhere = self.cluster("run", "a/b", PATH=str(self.plain_path()))
        self.assertEqual((nowhere.returncode, "there is no sbatch here" in nowhere.stderr), (3, True), nowhere.stderr)
        self.assertIn("names a replicate twice", self.cluster("run", "a/b", TWICE="1").stderr)
        self.assertEqual(self.cluster("commands", "a/b", options=["--", "--partition=x"]).returncode, 2)

    def plain_path(self):
        """Of the few programs that are needed, without the sbatch that may lie among them."""
        tools = self.folder / "tools"
        tools.mkdir()
        for name in ("python3", "env", "bash", "dirname", "sed"):
            found = next(f"{one}/{name}" for one in os.environ["PATH"].split(":") if os.access(f"{one}/{name}", os.X_OK))
            (tools / name).symlink_to(found)
        return tools


class PlanTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="genbench-")
        self.addCleanup(scratch.cleanup)
        self.store = pathlib.Path(scratch.name)
        self.program = self.store / "genbench"
        self.program.write_text("one build")

    def plan(self, tasks, store=None):
        return Plan(self.program, pathlib.Path("/package"), str(store or self.store), "smoke", ["a/b"], tasks)

    def test_every_task_of_a_long_list_is_done_once(self):
        tasks = [Task("a/b", replicate) for replicate in range(2 * plan.LONGEST_ARRAY + 3)]
        long = self.plan(tasks)
        self.assertIn(f"--array=0-{plan.LONGEST_ARRAY - 1}\n", long.train_script)
        long.write()
        script = long.train_script.replace(f"srun --quiet --ntasks=1", "echo").replace("cd /package || exit 3\n", "")
        done = []
        for index in (0, 1, 2, 3, plan.LONGEST_ARRAY - 1):
            ran = subprocess.run(["bash", "-c", script], capture_output=True, text=True,
                                 env={**os.environ, "SLURM_ARRAY_TASK_ID": str(index)})
            done.append([int(line.split()[-1]) for line in ran.stdout.splitlines()])
        size = plan.LONGEST_ARRAY
        self.assertEqual(done, [[0, size, 2 * size], [1, size + 1, 2 * size + 1], [2, size + 2, 2 * size + 2],
                                [3, size + 3], [size - 1, 2 * size - 1]])

    def test_what_waits_is_not_reached_by_what_is_submitted_or_built_later(self):
        first = self.plan([Task("a/b", 0)])
        first.write()
        self.assertEqual(self.plan([Task("a/b", 0)]).folder, first.folder)
        self.assertNotEqual(self.plan([Task("a/b", 1)]).folder, first.folder)
        self.program.write_text("another build")
        second = self.plan([Task("a/b", 0)])
        second.write()
        self.assertNotEqual(second.folder, first.folder)
        self.assertEqual(first.program.read_text(), "one build")
        self.assertEqual(second.program.read_text(), "another build")
        self.assertEqual([path for path in self.store.rglob("*.partial")], [])

    def test_a_folder_that_slurm_would_read_otherwise_is_refused(self):
        for name in ("with space", "per%cent", 'quo"te', "semi;colon", "new\nline"):
            with self.assertRaisesRegex(PlanProblem, "Slurm would not take"):
                self.plan([Task("a/b", 0)], self.store / name)

    def test_a_list_that_is_none_is_refused(self):
        self.assertEqual(Task.read("a/b 0\nc/d 12\n"), [Task("a/b", 0), Task("c/d", 12)])
        self.assertEqual(Task.read(""), [])
        for text in ("a/b", "a/b x", "a/b 1 2", "a/b -1", "\n", "a/b 0\na/b 0"):
            with self.assertRaises(PlanProblem, msg=text):
                Task.read(text)


if __name__ == "__main__":
    unittest.main()
