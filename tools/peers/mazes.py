"""maze-dataset beside this package: how fast it makes mazes, and whether it reads ours as we mean them.

    python tools/peers/mazes.py time                     mazes a second, generated and solved, one process
    python tools/peers/mazes.py check FILE.jsonl ...     files of `genbench export`: its parser and its solver on our mazes

maze-dataset is installed into a throwaway environment, or into --environment FOLDER, which is kept.
`check` exits with 1 where a maze, its tokens or its path are not what the peer says.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

PACKAGES = ["maze-dataset==1.4.2", "muutils<0.9"]
SIZES = [5, 10, 15]
BLOCKS, SECONDS = 5, 1.0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--environment", help="a folder for the peer's own Python, kept for the next time")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)  # Already in that environment.
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("time")
    commands.add_parser("check").add_argument("files", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    if arguments.inside:
        sys.exit(time_peer() if arguments.command == "time" else check_files(arguments.files))
    with tempfile.TemporaryDirectory() as throwaway:
        python = environment(pathlib.Path(arguments.environment or throwaway))
        command = [python, __file__, "--inside", arguments.command, *map(str, getattr(arguments, "files", []))]
        sys.exit(subprocess.run(command, env=os.environ | {"CUDA_VISIBLE_DEVICES": ""}).returncode)


def environment(folder):
    """The Python of a virtual environment that has the peer."""
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    if subprocess.run([python, "-c", "import maze_dataset"], capture_output=True).returncode:
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    return python


def time_peer():
    """The median of five blocks of about a second, in mazes a second of the wall clock."""
    import numpy
    from maze_dataset.generation import LatticeMazeGenerators

    generators = {"depth-first": "gen_dfs", "wilson": "gen_wilson", "kruskal": "gen_kruskal"}
    for side in SIZES:
        for name, function in generators.items():
            draw, shape = getattr(LatticeMazeGenerators, function), numpy.array([side, side])

            def make(count):
                start = time.perf_counter()
                for _ in range(count):
                    draw(shape).generate_random_path()
                return count / (time.perf_counter() - start)

            count = max(3, int(make(5) * SECONDS))
            rates = sorted(make(count) for _ in range(BLOCKS))
            print(f"{side:3} {name:12} {rates[BLOCKS // 2]:9.0f} a second (best {rates[-1]:.0f})", flush=True)
    return 0


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
