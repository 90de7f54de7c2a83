"""A small transformer in plain PyTorch that learns shortest paths from exported examples, and answers a shifted split.

    python train.py --train train.npz --fine-tune fine-tune.npz --ask ask.npz --replicates 5

Writes what the models answer after each stage: after-train.jsonl and after-fine-tune.jsonl, for `genbench score`.
"""

import argparse
import json
import math
from concurrent.futures import ProcessPoolExecutor

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F


class Block(nn.Module):
    """Self-attention, then a feed-forward network, each added to what came in and then normalised."""

    def __init__(self, width, heads, hidden):
        super().__init__()
        self.heads = heads
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, hidden), nn.Linear(hidden, width)
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)

    def forward(self, x, mask):
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None, :])
        x = self.norm1(x + self.out(mixed.transpose(1, 2).reshape(batch, length, width)))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Encoder(nn.Module):
    """Reads a set of edges, and answers at the last token, which is the question."""

    def __init__(self, vocabulary=17, width=48, layers=4, heads=2, hidden=96):
        super().__init__()
        self.embedding = nn.Embedding(vocabulary, width)
        self.blocks = nn.ModuleList(Block(width, heads, hidden) for _ in range(layers))
        self.head = nn.Linear(width, 1)
        nn.init.normal_(self.embedding.weight, std=0.5)

    def forward(self, tokens, length):
        # The two ends of an edge are summed, so their order cannot matter; nor does the order of the edges.
        x = self.embedding(tokens).sum(dim=2)
        mask = torch.arange(tokens.shape[1]) < length[:, None]
        for block in self.blocks:
            x = block(x, mask)
        return self.head(x[torch.arange(len(x)), length - 1]).squeeze(1)


def load(path):
    """The arrays of an export; trimmed to the longest sequence that is there."""
    with np.load(path) as file:
        arrays = {name: torch.from_numpy(file[name]) for name in ["tokens", "length", "label"]}
    return arrays["tokens"][:, : int(arrays["length"].max())].long(), arrays["length"].long(), arrays["label"].float()


def train(model, examples, batch=64, peak=1e-3):
    """Once through the examples in their order: they are drawn independently, so no shuffle is needed."""
    tokens, length, label = examples
    steps = len(label) // batch
    optimizer = torch.optim.Adam(model.parameters(), lr=peak, fused=True)
    # Up over a twentieth of the steps, then down along a cosine.
    warm = max(1, steps // 20)
    rate = lambda step: min(1, (step + 1) / warm) * (1 + math.cos(math.pi * max(0, step - warm) / (steps - warm))) / 2
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    for step in range(steps):
        rows = slice(step * batch, (step + 1) * batch)
        loss = F.mse_loss(model(tokens[rows], length[rows]), label[rows])
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1)
        optimizer.step()
        schedule.step()


@torch.no_grad()
def answers(model, examples, seed):
    """A line of JSON for each example, in order."""
    tokens, length, _ = examples
    values = [v for part in zip(tokens.split(512), length.split(512)) for v in model(*part).tolist()]
    return [json.dumps({"seed": seed, "index": i, "prediction": value}) + "\n" for i, value in enumerate(values)]


def replicate(seed, options):
    """One model from its first weights on: what it answers after training, and after fine-tuning."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)  # so small a model gains nothing from more
    model, asked = Encoder(), load(options.ask)
    train(model, load(options.train))
    before = answers(model, asked, seed)
    train(model, load(options.fine_tune))
    print(f"replicate {seed}: {sum(p.numel() for p in model.parameters())} parameters, trained", flush=True)
    return before, answers(model, asked, seed)


def main():
    parser = argparse.ArgumentParser()
    for name in ["train", "fine-tune", "ask"]:
        parser.add_argument(f"--{name}", required=True, help="an npz file of genbench export")
    parser.add_argument("--replicates", type=int, default=5)
    options = parser.parse_args()
    with ProcessPoolExecutor() as processes:
        results = list(processes.map(replicate, range(options.replicates), [options] * options.replicates))
    for path, lines in zip(["after-train.jsonl", "after-fine-tune.jsonl"], zip(*results)):
        with open(path, "w") as file:
            file.writelines(line for part in lines for line in part)


if __name__ == "__main__":
    main()
