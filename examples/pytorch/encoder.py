"""A transformer: it reads sets of edges, or foretells the next token of a maze."""

import torch
import torch.nn as nn

from layers import BatchNorm, FeedForward, LayerNorm, Linear, case, heads, joined, table


def turned(x, first_place):
    """Queries or keys [heads, tokens, size], turned by their places: feature i together with feature i + size / 2."""
    half = x.shape[2] // 2
    places = first_place + torch.arange(x.shape[1], dtype=x.dtype)
    angles = places[:, None] * 10_000 ** (-torch.arange(half, dtype=x.dtype) / half)
    a, b = x.split(half, dim=2)
    return torch.cat([a * angles.cos() - b * angles.sin(), a * angles.sin() + b * angles.cos()], dim=2)


class SelfAttention(nn.Module):
    def __init__(self, width, head_count, is_causal=False, positions={"none": {}}):
        super().__init__()
        self.head_count, self.is_causal = head_count, is_causal
        self.qkv, self.out = Linear(width, 3 * width), Linear(width, width)
        self.kind, places = case(positions)
        if self.kind == "relative":
            self.farthest = places["farthest"]
            self.bias = table(head_count, 2 * self.farthest + 1)

    def parts(self, x):
        """Queries, keys and values, each [heads, tokens, size]."""
        return [heads(part, self.head_count) for part in self.qkv(x).chunk(3, dim=1)]

    def weights(self, x, sequence):
        """How much each token attends to each: [heads, queries, keys]."""
        q, k, _ = self.parts(x)
        if self.kind == "rotary":
            q, k = turned(q, sequence.first_place), turned(k, sequence.first_place)
        scores = q @ k.transpose(1, 2) / q.shape[2] ** 0.5
        place = torch.arange(len(x))
        distance = place[None, :] - place[:, None]  # from query to key
        if self.kind == "relative":
            scores = scores + self.bias[:, distance.clamp(-self.farthest, self.farthest) + self.farthest]
        if self.is_causal:
            scores = scores.masked_fill((distance > 0) & (place >= sequence.prefix), -torch.inf)
        return scores.softmax(dim=2)

    def forward(self, x, sequence):
        return self.out(joined(self.weights(x, sequence) @ self.parts(x)[2]))


class Block(nn.Module):
    def __init__(self, shape):
        super().__init__()
        width = shape["width"]
        self.order = shape["normOrder"]
        self.attention = SelfAttention(width, shape["headCount"], shape["isCausal"], shape["positions"])
        self.norm1, self.norm2 = LayerNorm(width), LayerNorm(width)
        self.feedForward = FeedForward(width, shape["hiddenWidth"], shape["activation"], shape.get("batchNorm"))

    def forward(self, x, sequence):
        if self.order == "post":
            h = self.norm1(x + self.attention(x, sequence))
            return self.norm2(h + self.feedForward(h))
        h = x + self.attention(self.norm1(x), sequence)
        return h + self.feedForward(self.norm2(h))


def read(x, readout):
    """The rows of those tokens that answer."""
    kind, fields = case(readout)
    return {"everyToken": lambda: x, "lastToken": lambda: x[-1:], "lastTokens": lambda: x[-fields["_0"] :]}[kind]()


class Encoder(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.shape, width = shape, shape["width"]
        ids = shape["idsPerToken"] if shape["combination"] == "concatenate" else 1
        self.embedding = table(shape["vocabulary"], width // ids)
        kind, places = case(shape["positions"])
        self.positions = table(places["longest"], width) if kind == "learned" else None
        self.embeddingNorm = BatchNorm(width, shape["batchNorm"]) if "batchNorm" in shape else None
        self.blocks = nn.ModuleList(Block(shape) for _ in range(shape["layerCount"]))
        self.finalNorm = LayerNorm(width) if shape["normOrder"] == "pre" else None
        self.head = Linear(width, shape["outputs"])

    def embed(self, sequence):
        """[tokens, width]: what the first block reads."""
        rows = self.embedding[sequence.ids]  # [tokens, ids, width of the table]
        x = rows.flatten(1) if self.shape["combination"] == "concatenate" else rows.sum(dim=1)
        if self.positions is not None:
            x = x + self.positions[sequence.first_place :][: len(x)]
        return self.embeddingNorm(x) if self.embeddingNorm else x

    def forward(self, sequence):
        """[answers, outputs]"""
        x = self.embed(sequence)
        for block in self.blocks:
            x = block(x, sequence)
        x = read(x, self.shape["readout"])
        return self.head(self.finalNorm(x) if self.finalNorm else x)
