#!/usr/bin/env python3
"""First weights and batches of a workload, for every library that is timed on it.

    python weights.py W0 W0.safetensors        needs numpy and safetensors

Weights are 0.05 times standard normal numbers of NumPy's `default_rng(0)`, matrix after matrix; scales are 1, biases 0.
Batches come from `default_rng(1)`. Names are those of `genbench`: a linear map is y = x W + b with W [in, out], and
qkv is q | k | v. `genbench speed --config W0 --weights W0.safetensors` trains from it.
"""

import sys

import numpy
from safetensors.numpy import save_file

from workloads import ASKED, BATCHES, WORKLOADS


def weights(workload):
    """The order of the drawing decides the numbers: embedding, positions, then layer by layer."""
    normal = numpy.random.default_rng(0).standard_normal
    width, hidden = workload.width, workload.hidden
    tensors = {}

    def matrix(name, *shape):
        tensors[name] = (normal(shape) * 0.05).astype(numpy.float32)

    def linear(name, inputs, outputs):
        matrix(f"{name}.weight", inputs, outputs)
        tensors[f"{name}.bias"] = numpy.zeros(outputs, numpy.float32)

    def norm(name):
        tensors[f"{name}.scale"] = numpy.ones(width, numpy.float32)
        tensors[f"{name}.shift"] = numpy.zeros(width, numpy.float32)

    matrix("embedding", workload.vocabulary, width)
    if workload.asked != "last token":
        matrix("positions", workload.length, width)
    for layer in range(workload.layers):
        block = f"blocks.{layer}"
        norm(f"{block}.norm1")
        linear(f"{block}.attention.qkv", width, 3 * width)
        linear(f"{block}.attention.out", width, width)
        norm(f"{block}.norm2")
        linear(f"{block}.feedForward.up", width, hidden)
        linear(f"{block}.feedForward.down", hidden, width)
    norm("finalNorm")
    linear("head", width, workload.classes)
    return tensors


def pairs(random, batch, length):
    """Edges between 16 vertices, a question, and an end: two ids a token, each kind with ids of its own."""
    ids = numpy.empty((batch, length, 2), numpy.int32)
    edges = random.integers(0, 16, (batch, length - 2, 2))
    question = random.integers(0, 16, (batch, 2))
    ids[:, :-2] = edges + [0, 16]
    ids[:, -2] = question + [32, 48]
    ids[:, -1] = [64, 65]
    targets = random.integers(1, 15, batch).astype(numpy.float32)
    return ids, targets[:, None]


def symbols(random, batch, length, vocabulary):
    """Any symbols; the answer is the next one."""
    stream = random.integers(0, vocabulary, (batch, length + 1)).astype(numpy.int32)
    return stream[:, :-1, None], stream[:, 1:][:, -ASKED:]


def neighbours(random, batch, length, vocabulary, classes):
    """The answer is the token plus the one before it, around the end."""
    ids = random.integers(0, vocabulary, (batch, length)).astype(numpy.int32)
    return ids[..., None], (ids + numpy.roll(ids, 1, 1)) % classes


def batches(workload):
    random = numpy.random.default_rng(1)
    batch, length, vocabulary = workload.batch, workload.length, workload.vocabulary
    found = []
    for _ in range(BATCHES):
        if workload.asked == "last token":
            found.append(pairs(random, batch, length))
        elif workload.is_causal:
            found.append(symbols(random, batch, length, vocabulary))
        else:
            found.append(neighbours(random, batch, length, vocabulary, workload.classes))
    ids, answers = (numpy.ascontiguousarray(numpy.stack(part)) for part in zip(*found))
    return {"batches.ids": ids, "batches.targets" if workload.asked == "last token" else "batches.classes": answers}


def main():
    name, path = sys.argv[1:]
    workload = WORKLOADS[name]
    save_file({**weights(workload), **batches(workload)}, path)


if __name__ == "__main__":
    main()
