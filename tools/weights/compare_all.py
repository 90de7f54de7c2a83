"""Trains a replicate for each architecture, and compares what the suite says with what examples/pytorch says.

    python tools/weights/compare_all.py GENBENCH

A comparison that cannot fail is none: each network is also made wrong in every way that it can be, and must then differ.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "examples" / "pytorch"))
import compare  # noqa: E402
from attention_only import Heads  # noqa: E402
from encoder import Block, SelfAttention  # noqa: E402
import looped  # noqa: E402
from layers import BatchNorm, LayerNorm  # noqa: E402
from message_passing import MaximumAggregation  # noqa: E402

# Architecture, experiment, stage, and splits: of most also one with longer questions, or more loops, than in training.
ASKED = [
    ("encoder", "graphs/on-path", "train", ["graphs/train"]),
    ("encoder", "graphs/on-path", "fine-tune", ["graphs/on-path-any-target", "graphs/any-target-large-graphs"]),
    ("looped", "graphs/looped", "train", ["graphs/on-path-any-target", "graphs/any-target-64"]),
    ("looped, a learned stop", "graphs/looped-stopping", "stops", ["graphs/any-target-16-to-32"]),
    ("looped, a block a loop", "graphs/looped-untied", "train", ["graphs/train"]),
    ("message passing", "graphs/message-passing", "train", ["graphs/train", "graphs/any-target-64"]),
    ("causal, rotary", "mazes/tokens-path-rotary-one", "train", ["mazes/held-out-4", "mazes/size-up-6"]),
    ("causal, relative", "mazes/solver-path-relative-one", "train", ["mazes/size-up-3-by-4-in-4"]),
    ("causal, from a random place", "mazes/solver-path-random-start-one", "train", ["mazes/held-out-4"]),
    ("tape", "powers/squaring", "train", ["powers/held-out-permutations", "powers/higher-32"]),
    ("answerer", "powers/supervised", "train", ["powers/tiny X_PA"]),
    ("answerer and asker", "powers/reliable", "train", ["powers/tiny X_PA"]),
    ("attention alone", "graphs/handmade-8", "handmade", ["graphs/size-8"]),
]
COUNT = 64


def parts(model, kind):
    return [module for module in model.modules() if isinstance(module, kind)]


# Each makes a network wrong, and says whether it could.


def another_layer_norm(model):
    for norm in parts(model, LayerNorm):
        norm.epsilon = 1e-2
    return bool(parts(model, LayerNorm))


def another_batch_norm(model):
    for norm in parts(model, BatchNorm):
        norm.mean.zero_()
    return bool(parts(model, BatchNorm))


def swapped_layers(model):
    lists = [
        layers
        for layers in parts(model, torch.nn.ModuleList)
        if len(layers) > 1 and isinstance(layers[0], (Block, looped.Block))
    ]
    for layers in lists:
        layers[0], layers[1] = layers[1], layers[0]
    return bool(lists)


def no_places(model):
    placed = [attention for attention in parts(model, SelfAttention) if attention.kind in ["rotary", "relative"]]
    for attention in placed:
        attention.kind = "none"
    if getattr(model, "positions", None) is not None:
        model.positions.zero_()
        return True
    return bool(placed)


def other_heads(model):
    for heads in parts(model, Heads):
        heads.qkv.weight.neg_()
    return bool(parts(model, Heads))


def mean_of_messages(model):
    for step in parts(model, MaximumAggregation):
        step.reduction = "mean"
    return bool(parts(model, MaximumAggregation))


def never_stopped(model):
    could = getattr(model, "shape", {}).get("answer") == "stopping"
    if could:
        model.shape = {**model.shape, "answer": "waiting"}
    return could


WRONG = [another_layer_norm, another_batch_norm, swapped_layers, no_places, other_heads, mean_of_messages,
         never_stopped]


def seen(weights, answers, whose):
    """The ways of being wrong that this network has; all of them must show."""
    shown = []
    for wrong in WRONG:
        model, sequences, said, _ = compare.asked(weights, answers, whose)
        if wrong(model):
            apart = compare.difference(model, sequences, said)
            assert not apart <= compare.LARGEST, f"{wrong.__name__} is not seen: {apart:.1e} apart"
            shown.append(f"{wrong.__name__.replace('_', ' ')} {apart:.0e}")
    assert shown, "nothing could be wrong with this network, so nothing was compared"
    return ", ".join(shown)


def main():
    genbench = Path(sys.argv[1]).resolve()
    count, far = 0, []
    with tempfile.TemporaryDirectory() as folder:

        def run(*words):
            subprocess.run([genbench, *words, "--seed", "0", "--profile", "smoke"], check=True, stdout=sys.stderr)

        for architecture, experiment, stage, splits in ASKED:
            run("run", experiment)
            files = f"{folder}/weights.safetensors", f"{folder}/answers.safetensors"
            of = ["weights", experiment, "--stage", stage]
            run(*of, "--out", files[0])
            for split in splits:
                run(*of, "--answers", split, "--count", str(COUNT), "--out", files[1])
                for whose in compare.speakers(files[1]):
                    *one, about = compare.asked(*files, whose)
                    apart = compare.difference(*one)
                    what = f"{architecture}: {experiment}, {stage}, {whose}, {about['count']} of {split}"
                    print(f"{what}: {apart:.1e} apart", flush=True)
                    count += 1
                    if not apart <= compare.LARGEST:
                        far.append(f"{what}: {apart:.1e}")
            if not far:
                for whose in compare.speakers(files[1]):
                    print(f"  {whose} made wrong: {seen(*files, whose)}", flush=True)
    assert not far, f"more than {compare.LARGEST} of the answers' root mean square apart: {far}"
    print(f"{count} comparisons, PyTorch {torch.__version__}")


if __name__ == "__main__":
    main()
