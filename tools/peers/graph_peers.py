"""Draws what `genbench export graphs/any-target-large-graphs` draws: 3 to 15 vertices, as many pairs of them, both ends uniform,
loops left out; a target of 2 to 15; and the distance from vertex 1 to it, 15 where there is no path or no such vertex.

Variants: networkx, a graph at a time; NumPy in batches, with matrices of neighbours as it is usually written; and NumPy
with sets of vertices as the bits of a word, which is the fastest we know. `data` starts it.
"""

import argparse
import os
import random

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import networkx
import numpy

import serving

SMALLEST, LARGEST, UNREACHABLE = 3, 15, 15
BATCH = 4096

generator = numpy.random.default_rng(1)


def with_networkx():
    """Edges, target and distance of one example."""
    vertices = random.randint(SMALLEST, LARGEST)
    pairs = [(random.randint(1, vertices), random.randint(1, vertices)) for _ in range(vertices)]
    edges = [pair for pair in pairs if pair[0] != pair[1]]
    graph = networkx.Graph(edges)
    graph.add_node(1)
    target = random.randint(2, LARGEST)
    return edges, target, networkx.single_source_shortest_path_length(graph, 1).get(target, UNREACHABLE)


def drawn():
    """A batch: vertices [example]; ends [2, pair, example] from 0, and which pairs there are; targets [example] from 0."""
    vertices = generator.integers(SMALLEST, LARGEST + 1, BATCH, numpy.uint8)
    # A product and a rounding: draws from a range that differs by element take NumPy ten times as long.
    ends = (generator.random((2, LARGEST, BATCH), numpy.float32) * vertices).astype(numpy.uint8)
    exists = (numpy.arange(LARGEST)[:, None] < vertices) & (ends[0] != ends[1])
    return vertices, ends, exists, generator.integers(1, LARGEST, BATCH, numpy.uint8)


def with_matrices():
    """Distances by products of the frontier with the matrix of neighbours."""
    _, ends, exists, targets = batch = drawn()
    neighbours = numpy.zeros((BATCH, LARGEST, LARGEST), numpy.float32)
    pairs, examples = numpy.nonzero(exists)
    u, v = ends[:, pairs, examples]
    neighbours[examples, u, v] = neighbours[examples, v, u] = 1
    distances = numpy.full((BATCH, LARGEST), UNREACHABLE, numpy.uint8)
    distances[:, 0] = 0
    frontier = numpy.zeros((BATCH, 1, LARGEST), numpy.float32)
    frontier[:, 0, 0] = 1
    for step in range(1, LARGEST):
        new = ((frontier @ neighbours)[:, 0] > 0) & (distances == UNREACHABLE)
        if not new.any():
            break
        distances[new] = step
        frontier = new[:, None].astype(numpy.float32)
    return batch, distances[numpy.arange(BATCH), targets]


def with_bits():
    """Distances by growing the set of vertices that were reached, along all edges at a time."""
    _, ends, exists, targets = batch = drawn()
    bits = exists.astype(numpy.uint16) << ends
    goal = numpy.uint16(1) << targets
    reached = numpy.ones(BATCH, numpy.uint16)
    labels = numpy.full(BATCH, UNREACHABLE, numpy.uint8)
    for step in range(1, LARGEST):
        touched = bits & reached != 0
        new = reached | numpy.bitwise_or.reduce((bits[::-1] * touched).reshape(2 * LARGEST, BATCH))
        if (new == reached).all():
            break
        labels[(new & ~reached & goal) != 0] = step
        reached = new
    return batch, labels


VARIANTS = {"networkx": (with_networkx, 1), "numpy-matrices": (with_matrices, BATCH), "numpy-bits": (with_bits, BATCH)}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--variant", choices=VARIANTS, required=True)
    parser.add_argument("--config", choices=["graphs"], required=True)
    draw, examples = VARIANTS[parser.parse_args().variant]
    answers = serving.answers()

    def run(count):
        for _ in range(0, count, examples):
            draw()

    serving.serve(answers, run, version=f"networkx {networkx.__version__}, NumPy {numpy.__version__}")


if __name__ == "__main__":
    main()
