"""Reads a GitHub workflow and runs its jobs here. Only what our workflows use is known; anything else is refused.

    python tools/workflows/local.py check
    python tools/workflows/local.py run [PROFILE]
"""

import itertools
import os
import re
import shutil
import subprocess
import sys
import tempfile
from fnmatch import fnmatch
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = ROOT / ".github/workflows"
KNOWN = {
    "workflow": {"name", "on", "permissions", "concurrency", "env", "jobs"},
    "job": {"name", "needs", "if", "runs-on", "container", "timeout-minutes", "strategy", "env", "steps"},
    "step": {"name", "if", "uses", "with", "run", "env"},
}
ACTIONS = {"actions/checkout@v4", "actions/cache@v4", "actions/upload-artifact@v4", "actions/download-artifact@v4"}
CONDITIONS = {None, "${{ !cancelled() }}"}


class Rotten(Exception):
    """A workflow that could not run."""


def require(holds, what):
    if not holds:
        raise Rotten(what)


def expand(text, context):
    """The text with every ${{ a.b || 'default' }} replaced."""

    def value(expression):
        for word in expression.group(1).split("||"):
            word = word.strip()
            if word.startswith("'"):
                return word.strip("'")
            if word.startswith("hashFiles("):
                for pattern in re.findall(r"'([^']+)'", word):
                    require(any(ROOT.glob(pattern)), f"{word}: nothing is named {pattern}")
                return "hash"
            require(word in context, f"{word} is not known here; known: {', '.join(sorted(context))}")
            if context[word]:
                return str(context[word])
        return ""

    return re.sub(r"\$\{\{(.*?)\}\}", value, str(text))


def parts(job):
    """The matrix of a job: a context for each of its parts."""
    matrix = job.get("strategy", {}).get("matrix", {})
    rows = list(itertools.product(*matrix.values()))
    for row in rows:
        yield {f"matrix.{name}": value for name, value in zip(matrix, row)} | {"strategy.job-total": len(rows)}


def load(path):
    text = yaml.safe_load(path.read_text())
    # YAML 1.1 reads the word `on` as true.
    return {"on" if key is True else key: value for key, value in text.items()}


def check(path, profile="smoke"):
    """Refuses what could not run; returns each job's parts, ready to be run."""
    workflow = load(path)
    require(set(workflow) <= KNOWN["workflow"], f"unknown: {set(workflow) - KNOWN['workflow']}")
    inputs = (workflow["on"].get("workflow_dispatch") or {}).get("inputs", {})
    base = {f"inputs.{name}": profile for name in inputs}
    base |= {"github.ref": "refs/heads/main", "github.run_id": 1, "runner.os": "Linux", "runner.arch": "X64"}
    environment = {name: expand(value, base) for name, value in workflow.get("env", {}).items()}
    expand(workflow.get("concurrency", {}).get("group", ""), base)
    ready = []
    for name, job in workflow["jobs"].items():
        require(set(job) <= KNOWN["job"], f"{name}: unknown: {set(job) - KNOWN['job']}")
        require(job.get("if") in CONDITIONS, f"{name}: the condition {job.get('if')} is not known here")
        require(job.get("needs") in [None, *workflow["jobs"]], f"{name} needs {job.get('needs')}, which is no job")
        for part in parts(job):
            context = base | part | {f"env.{key}": value for key, value in environment.items()}
            own = environment | {key: expand(value, context) for key, value in job.get("env", {}).items()}
            title = expand(job.get("name", name), context)
            ready.append((title, own, [step_of(title, step, context) for step in job["steps"]]))
    return ready


def step_of(job, step, context):
    title = step.get("name") or step.get("uses") or step.get("run")
    where = f"{job}, {title}"
    require(set(step) <= KNOWN["step"], f"{where}: unknown: {set(step) - KNOWN['step']}")
    require(step.get("if") in CONDITIONS, f"{where}: the condition {step.get('if')} is not known here")
    require(("run" in step) != ("uses" in step), f"{where}: either run or uses")
    if "uses" in step:
        require(step["uses"] in ACTIONS, f"{where}: {step['uses']} is not known here")
    else:
        require("\n" not in step["run"].strip(), f"{where}: a step is one line; put the rest into a script")
        script = ROOT / step["run"].split()[0]
        require(os.access(script, os.X_OK), f"{where}: {script.relative_to(ROOT)} is no script that can be run")
    return {
        "title": title,
        "always": step.get("if") is not None,
        "uses": step.get("uses"),
        "run": expand(step.get("run", ""), context),
        "with": {key: expand(value, context) for key, value in step.get("with", {}).items()},
    }


def act(step, artifacts):
    """What an action does, with a folder in place of GitHub's store of artifacts. The caches are this checkout's own."""
    inputs = step["with"]
    if step["uses"].startswith("actions/upload-artifact@"):
        source = ROOT / inputs["path"]
        if not source.exists() or not any(source.iterdir()):
            require(inputs.get("if-no-files-found") == "ignore", f"{step['title']}: nothing in {inputs['path']}")
            return
        shutil.copytree(source, artifacts / inputs["name"])
    elif step["uses"].startswith("actions/download-artifact@"):
        for artifact in sorted(artifacts.iterdir()):
            if fnmatch(artifact.name, inputs["pattern"]):
                shutil.copytree(artifact, ROOT / inputs["path"] / artifact.name)


def folders(environment, steps):
    """What a job writes into its checkout, beside the caches."""
    downloads = [step["with"]["path"] for step in steps if (step["uses"] or "").startswith("actions/download-artifact@")]
    return [environment["GENBENCH_REPORTS"], *downloads]


def run(path, profile):
    """Runs every job; returns the titles of the steps that failed."""
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        artifacts = Path(folder, "artifacts")
        artifacts.mkdir()
        for title, environment, steps in check(path, profile):
            print(f"\n=== {title}", flush=True)
            own_folders = folders(environment, steps)
            for name in own_folders:
                require(not (ROOT / name).exists(), f"the folder {name} is in the way: move it away")
            summary = Path(folder, "summary.md")
            summary.touch()
            runner = {"CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
            # This machine's own instruction set, or everything would be built again.
            own = {name: value for name, value in environment.items() if name != "GENBENCH_MARCH"}
            isRed = False
            for step in steps:
                if isRed and not step["always"]:
                    print(f"--- {step['title']}: left out", flush=True)
                    continue
                print(f"--- {step['title']}", flush=True)
                if step["uses"]:
                    act(step, artifacts)
                elif subprocess.run(step["run"], shell=True, cwd=ROOT, env=os.environ | own | runner).returncode:
                    isRed = True
                    failed.append(f"{title}: {step['title']}")
            # The next machine starts without them.
            for name in own_folders:
                shutil.rmtree(ROOT / name, ignore_errors=True)
        print(f"\nThe step summary has {len(summary.read_text().splitlines())} lines")
        reports = sorted(path.name for path in artifacts.glob("report/*"))
        print(f"The artifact report holds {', '.join(reports) or 'nothing'}")
    return failed


def main():
    words = sys.argv[1:]
    try:
        if words == ["check"]:
            for path in sorted(WORKFLOWS.glob("*.yml")):
                steps = sum(len(steps) for _, _, steps in check(path))
                elsewhere = sum(job["runs-on"] != "ubuntu-latest" for job in load(path)["jobs"].values())
                print(
                    f"{path.relative_to(ROOT)}: {len(check(path))} jobs, {steps} steps, all of which can be read here; "
                    f"{elsewhere} jobs are for other machines")
        elif words[:1] == ["run"] and len(words) <= 2:
            failed = run(WORKFLOWS / "benchmark.yml", *(words[1:] or ["smoke"]))
            for title in failed:
                print(f"x {title}")
            sys.exit(1 if failed else 0)
        else:
            sys.exit(__doc__)
    except Rotten as problem:
        sys.exit(f"error: {problem}")


if __name__ == "__main__":
    main()
