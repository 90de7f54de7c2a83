"""A block applied over and over, one and the same or one a loop, whose tokens attend along links alone: the edges of a graph, the cells of a maze."""

import torch
import torch.nn as nn

from encoder import read
from layers import ACTIVATIONS, FeedForward, LayerNorm, Linear, table


class LinkedAttention(nn.Module):
    def __init__(self, width, head_count, kinds):
        super().__init__()
        self.head_count = head_count
        self.qkv, self.out = Linear(width, 3 * width), Linear(width, width)
        self.bias, self.values = table(head_count, kinds), table(kinds, width)

    def weights(self, x, links):
        """How much each link counts among those of its token: [links, heads]."""
        q, k, _ = (part.unflatten(1, (self.head_count, -1)) for part in self.qkv(x).chunk(3, dim=1))
        scores = (q[links.tokens] * k[links.ends]).sum(dim=2) / q.shape[2] ** 0.5 + self.bias.T[links.kinds]
        owner = links.tokens[:, None].expand_as(scores)
        largest = torch.full((len(x), self.head_count), -torch.inf, dtype=x.dtype)
        largest = largest.scatter_reduce(0, owner, scores, "amax")
        powers = (scores - largest[links.tokens]).exp()
        return powers / torch.zeros_like(largest).index_add(0, links.tokens, powers)[links.tokens]

    def forward(self, x, links):
        v = self.qkv(x).chunk(3, dim=1)[2]
        seen = (v[links.ends] + self.values[links.kinds]).unflatten(1, (self.head_count, -1))
        found = (self.weights(x, links)[:, :, None] * seen).flatten(1)
        return self.out(torch.zeros_like(x).index_add(0, links.tokens, found))


class Block(nn.Module):
    def __init__(self, shape):
        super().__init__()
        width = shape["width"]
        self.order = shape["normOrder"]
        self.attention = LinkedAttention(width, shape["headCount"], shape["linkKinds"])
        self.norm1, self.norm2 = LayerNorm(width), LayerNorm(width)
        self.feedForward = FeedForward(width, shape["hiddenWidth"], shape["activation"])

    def forward(self, x, links):
        if self.order == "post":
            h = self.norm1(x + self.attention(x, links))
            return self.norm2(h + self.feedForward(h))
        h = x + self.attention(self.norm1(x), links)
        return h + self.feedForward(self.norm2(h))


class LoopedEncoder(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.shape, width = shape, shape["width"]
        self.embedding = table(shape["vocabulary"], width)
        self.isTied = shape.get("isTied", True)
        if self.isTied:
            self.block = Block(shape)
        else:
            self.blocks = nn.ModuleList(Block(shape) for _ in range(shape["loops"]))
        self.finalNorm, self.head = LayerNorm(width), Linear(width, shape["outputs"])

    def states(self, sequence):
        """What the tokens know after each loop, [tokens, width]. Their input is added again before every one."""
        given = x = self.embedding[sequence.ids].sum(dim=1)
        for loop in range(self.shape["loops"]):
            block = self.block if self.isTied else self.blocks[loop]
            x = block(x if loop == 0 else x + given, sequence.links)
            yield x

    def answer(self, x):
        return self.head(self.finalNorm(read(x, self.shape["readout"])))

    def forward(self, sequence):
        """[answers, outputs]"""
        answers = [self.answer(x) for x in self.states(sequence)]
        if self.shape["answer"] == "lastState":
            return answers[-1]
        count = ACTIVATIONS["step" if self.shape["answer"] == "wholeLoops" else "sigmoid"]
        waits = torch.stack([count(answer) for answer in answers])
        if self.shape["answer"] == "stopping":
            waits = waits.cumprod(dim=0)
        return waits.sum(dim=0)
