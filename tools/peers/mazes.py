"""Whether maze-dataset reads our mazes as we mean them: its parser and its solver on files of `genbench export`.

    python tools/peers/mazes.py FILE.jsonl ...

maze-dataset is installed into a throwaway environment, or into --environment FOLDER, which is kept. Exits with 1 where
a maze, its tokens or its path are not what the peer says. How fast it makes mazes, `data` tells.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

PACKAGES = ["maze-dataset==1.4.2", "muutils<0.9"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--environment", help="a folder for the peer's own Python, kept for the next time")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)  # Already in that environment.
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    if arguments.inside:
        sys.exit(check_files(arguments.files))
    with tempfile.TemporaryDirectory() as throwaway:
        python = environment(pathlib.Path(arguments.environment or throwaway))
        command = [python, __file__, "--inside", *map(str, arguments.files)]
        sys.exit(subprocess.run(command, env=os.environ | {"CUDA_VISIBLE_DEVICES": ""}).returncode)


def environment(folder):
    """The Python of a virtual environment that has the peer."""
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    if subprocess.run([python, "-c", "import maze_dataset"], capture_output=True).returncode:
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    return python


def check_files(files):
    counts = {"mazes": 0, "faults": 0}
    for file in files:
        for number, line in enumerate(file.open(), 1):
            counts["mazes"] += 1
            for fault in faults(json.loads(line)):
                counts["faults"] += 1
                print(f"{file}:{number}: {fault}")
    print("{mazes} mazes, {faults} faults".format(**counts))
    return 1 if counts["faults"] or not counts["mazes"] else 0


def faults(item):
    """What the peer's parser and solver say that differs from the line."""
    import numpy
    from maze_dataset import LatticeMaze, SolvedMaze
    from maze_dataset.tokenization import MazeTokenizerModular

    connections = numpy.array(item["connections"], dtype=bool)
    path = numpy.array(item["path"])
    maze = LatticeMaze(connection_list=connections)
    # Its solver: A*, over its own reading of the connections.
    found = maze.find_shortest_path(tuple(item["origin"]), tuple(item["target"]))
    if len(found) != len(path):
        yield f"the peer's shortest path has {len(found)} cells, ours {len(path)}"
    for start, end in zip(item["path"], item["path"][1:]):
        if tuple(end) not in {tuple(map(int, cell)) for cell in maze.get_coord_neighbors(start)}:
            yield f"the peer has no passage from {start} to {end}"
    if is_tree(item) and len(found) == len(path) and not numpy.array_equal(numpy.array(found), path):
        yield "the peer's only path is another"
    # Its parser takes the largest coordinate for the side of a square.
    side = 1 + max(max(cell) for edge in passages(item) for cell in edge)
    if item["rows"] == item["cols"] == side:
        told = SolvedMaze.from_tokens(list(item["tokens"]), MazeTokenizerModular())
        if told.connection_list.shape != connections.shape or (told.connection_list != connections).any():
            yield "the peer reads another maze from the tokens"
        if not numpy.array_equal(numpy.array(told.solution), path):
            yield "the peer reads another path from the tokens"


def passages(item):
    """Pairs of cells: down, and right."""
    for (down, right), table in zip(((1, 0), (0, 1)), item["connections"]):
        for row, flags in enumerate(table):
            yield from (((row, c), (row + down, c + right)) for c, is_open in enumerate(flags) if is_open)


def is_tree(item):
    """Whether any two cells are joined in exactly one way."""
    edges = list(passages(item))
    reached, before = {tuple(item["origin"])}, 0
    while len(reached) > before:
        before = len(reached)
        for edge in edges:
            if reached & set(edge):
                reached |= set(edge)
    return len(reached) == item["rows"] * item["cols"] == len(edges) + 1


if __name__ == "__main__":
    main()
