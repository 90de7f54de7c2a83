"""What every peer's process does: get ready once, then time itself whenever it is asked, and wait in between.

It writes a line of JSON when it is ready and one for each line that it reads; the end of its input ends it.
"""

import argparse
import json
import os
import resource
import statistics
import sys
import time

from workloads import BATCHES, WORKLOADS

WINDOWS, WINDOW_SECONDS = 5, 0.2


def answers():
    """Where to answer; standard output goes elsewhere, for libraries print on it."""
    file = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    return file


def arguments(variants):
    """Of a peer that runs a workload."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--config", choices=WORKLOADS, required=True)
    parser.add_argument("--mode", choices=["train", "infer", "decode"], required=True)
    parser.add_argument("--threads", type=int, required=True)
    parser.add_argument("--variant", choices=variants, required=True)
    parser.add_argument("--weights", required=True, help="what weights.py wrote")
    asked = parser.parse_args()
    asked.workload = WORKLOADS[asked.config]
    asked.answers = answers()
    return asked


def read(path):
    """Parameters by name, and the batches: a list of ids and answers."""
    from safetensors.numpy import load_file

    tensors = load_file(path)
    ids = tensors.pop("batches.ids")
    wanted = tensors.pop("batches.targets" if "batches.targets" in tensors else "batches.classes")
    return tensors, [(ids[i], wanted[i]) for i in range(BATCHES)]


def seconds_since_start():
    """Of this process, loading of libraries included."""
    with open("/proc/self/stat") as file:
        ticks = int(file.read().rsplit(")", 1)[1].split()[19])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")


def peak_memory():
    """In MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def steady_rate(run):
    """The median rate of windows of 0.2 seconds; `run(n)` does n steps and waits until they are done."""
    def seconds(steps):
        start = time.perf_counter()
        run(steps)
        return time.perf_counter() - start

    steps = 1
    while (taken := seconds(steps)) < WINDOW_SECONDS / 2:  # warms up, too: others had the cores
        steps *= 2
    steps = max(1, round(steps * WINDOW_SECONDS / taken))
    return statistics.median(steps / seconds(steps) for _ in range(WINDOWS))


def serve(answers, run, **facts):
    """Call it after the first step, with whatever is worth knowing of it."""
    print(json.dumps(facts), file=answers)
    for _ in sys.stdin:
        print(json.dumps({"rate": steady_rate(run), "memory": peak_memory()}), file=answers)
