"""Reads what `genbench export` wrote with NumPy, safetensors and pandas, and compares every number with the JSON Lines.

    python tools/interchange/compare.py GENBENCH

A split of a family that is not known here fails: say in LINES how its lines become its arrays.
"""

import io
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
import safetensors
import safetensors.numpy

COUNTS = {"graphs/train": 4099}  # primes; one is past the 4096 that are drawn at once
COUNT = 211
SEED = 7


def graph_arrays(lines, arrays):
    """What the arrays of a split of graphs must hold, from its lines alone."""
    expected = {name: [line[name] for line in lines] for name in ["index", "n", "target", "label"]}
    pairs, padded = [line["edges"] for line in lines], "edges"
    # Graphs with more vertices than the token format can name have their edges alone.
    if "tokens" in arrays:
        pairs, padded = [line["edges"] + [[line["target"], 16]] for line in lines], "tokens"
        expected["length"] = [len(row) for row in pairs]
    table = np.zeros(arrays[padded].shape, np.int32)
    for row, ends in enumerate(pairs):
        table[row, : len(ends)] = ends
    return {name: np.array(values, np.int32) for name, values in expected.items()} | {padded: table}


def maze_arrays(lines, arrays):
    """What the arrays of a split of mazes must hold."""
    side = arrays["openings"].shape[1]
    openings, on_path = np.zeros((2, len(lines), side, side), np.int32)
    north, east, south, west = 1, 2, 4, 8
    for row, line in enumerate(lines):
        down, right = (np.argwhere(table) for table in np.array(line["connections"], bool))
        for cell, step, there, back in [(down, [1, 0], south, north), (right, [0, 1], east, west)]:
            openings[row][tuple(cell.T)] |= there
            openings[row][tuple((cell + step).T)] |= back
        on_path[row][tuple(np.array(line["path"]).T)] = 1
    expected = {name: [line[name] for line in lines] for name in ["index", "rows", "cols", "origin", "target"]}
    expected["steps"] = [len(line["path"]) - 1 for line in lines]
    numbers = {name: np.array(values, np.int32) for name, values in expected.items()}
    return numbers | {"openings": openings, "on_path": on_path}


def power_arrays(lines, arrays):
    """What the arrays of a split of permutations must hold: the lines' lists, padded with -1."""
    expected = {name: np.array([line[name] for line in lines], np.int32) for name in ["index", "n"]}
    for name in ["facts", "questions", "answers"]:
        expected[name] = np.full(arrays[name].shape, -1, np.int32)
        for row, line in enumerate(lines):
            expected[name][row, : len(line[name])] = line[name]
    return expected


# How the lines of a family become its arrays, by a key that only its lines have.
LINES = {"edges": graph_arrays, "connections": maze_arrays, "facts": power_arrays}


def same(what, found, expected):
    assert found.dtype == expected.dtype and found.dtype.byteorder in "<=|", f"{what}: {found.dtype}"
    assert found.shape == expected.shape, f"{what}: {found.shape}, not {expected.shape}"
    assert np.array_equal(found, expected), f"{what}: the numbers differ"


def compare(genbench, split, folder):
    count = COUNTS.get(split, COUNT)
    paths = {name: folder / f"{split.replace('/', '-')}.{name}" for name in ["jsonl", "npz", "safetensors"]}
    for name, path in paths.items():
        command = [genbench, "export", split, "--count", str(count), "--seed", str(SEED), "--format", name, "--out"]
        subprocess.run([*command, path], check=True)
        again = folder / "again"
        subprocess.run([*command, again], check=True)
        assert path.read_bytes() == again.read_bytes(), f"{split}: twice the same words, and other bytes"

    lines = [json.loads(line) for line in paths["jsonl"].read_text().splitlines()]
    assert len(lines) == count and all(line["split"] == split for line in lines)
    family = next((key for key in LINES if key in lines[0]), None)
    assert family, f"{split}: say in LINES how lines of {', '.join(lines[0])} become arrays"

    with zipfile.ZipFile(paths["npz"]) as archive:
        assert archive.testzip() is None, "a checksum is wrong"
        about = json.loads(archive.comment)
        assert about["split"] == split and about["seed"] == SEED and about["count"] == count
        for entry in archive.namelist():
            np.lib.format.read_array(io.BytesIO(archive.read(entry)), allow_pickle=False)
    with np.load(paths["npz"], allow_pickle=False) as archive:
        arrays = dict(archive)
    tensors = safetensors.numpy.load_file(paths["safetensors"])
    with safetensors.safe_open(paths["safetensors"], "numpy") as file:
        remarks = file.metadata()
    assert remarks == {name: str(value) for name, value in about.items()}, remarks

    expected = LINES[family](lines, arrays)
    assert set(arrays) == set(tensors) == set(expected), f"{sorted(arrays)}, {sorted(tensors)}, {sorted(expected)}"
    for name, values in expected.items():
        same(f"{split}, npz, {name}", arrays[name], values)
        same(f"{split}, safetensors, {name}", tensors[name], values)

    frame = pd.read_json(paths["jsonl"], lines=True)
    for name in frame.columns.intersection(list(arrays)).difference(["tokens", "edges", "facts", "questions", "answers"]):
        same(f"{split}, pandas, {name}", np.array(frame[name].to_list(), np.int32), arrays[name])
    print(f"{split}: {count} examples, {', '.join(sorted(arrays))}: the same in every format")


def main():
    genbench = Path(sys.argv[1]).resolve()
    refused = subprocess.run([genbench, "export", "?"], capture_output=True, text=True).stderr
    splits = refused.split("Known: ")[1].strip().split(", ")
    with tempfile.TemporaryDirectory() as folder:
        for split in splits:
            compare(genbench, split, Path(folder))
    versions = f"NumPy {np.__version__}, safetensors {safetensors.__version__}, pandas {pd.__version__}"
    print(f"{len(splits)} splits, read by {versions}")


if __name__ == "__main__":
    main()
