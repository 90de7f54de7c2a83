"""Draws what `genbench speed --config mazes-GENERATOR-SIDE` draws, by maze-dataset: a maze of so many rows and columns,
and a shortest path between two of its cells. `data` starts it.
"""

import argparse
import importlib.metadata

import numpy
from maze_dataset.generation import LatticeMazeGenerators

import serving

GENERATORS = {"depth-first": "gen_dfs", "wilson": "gen_wilson", "kruskal": "gen_kruskal"}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--variant", choices=["maze-dataset"], required=True)
    parser.add_argument("--config", required=True)
    generator, side = parser.parse_args().config.removeprefix("mazes-").rsplit("-", 1)
    draw, shape = getattr(LatticeMazeGenerators, GENERATORS[generator]), numpy.array([int(side)] * 2)
    answers = serving.answers()

    def run(count):
        for _ in range(count):
            draw(shape).generate_random_path()

    serving.serve(answers, run, version=f"maze-dataset {importlib.metadata.version('maze-dataset')}")


if __name__ == "__main__":
    main()
