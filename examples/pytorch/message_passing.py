"""Messages along links alone, of which a token hears the largest, feature by feature: Pointer Graph Networks."""

import torch
import torch.nn as nn

from encoder import read
from layers import LayerNorm, Linear, table


class MaximumAggregation(nn.Module):
    reduction = "amax"

    def __init__(self, width, kinds):
        super().__init__()
        self.kinds, self.heard, self.norm = table(kinds, width), Linear(width, width), LayerNorm(width)

    def largest(self, told, links):
        """Of all links of a token, the largest of what they lead to; zeros without links: [tokens, width]."""
        messages = told[links.ends] + self.kinds[links.kinds]
        owner = links.tokens[:, None].expand_as(messages)
        return torch.zeros_like(told).scatter_reduce(0, owner, messages, self.reduction, include_self=False)

    def forward(self, x, links):
        """What each token says, how it listens, and what it keeps: [tokens, 3 width] to [tokens, width]."""
        told, listening, kept = x.chunk(3, dim=1)
        message = self.largest(told, links) + listening
        return self.norm((kept + self.heard(message.relu())).relu())


class MessagePassing(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.shape, width = shape, shape["width"]
        self.embedding = table(shape["vocabulary"], width)
        self.input, self.state = Linear(width, 3 * width), Linear(width, 3 * width, has_bias=False)
        self.step = MaximumAggregation(width, shape["linkKinds"])
        self.finalNorm, self.head = LayerNorm(width), Linear(width, shape["outputs"])

    def states(self, sequence):
        """What the tokens know after each loop, [tokens, width]. The first state is zero."""
        given = self.input(self.embedding[sequence.ids].sum(dim=1))
        x = None
        for _ in range(self.shape["loops"]):
            x = self.step(given if x is None else given + self.state(x), sequence.links)
            yield x

    def forward(self, sequence):
        """[answers, outputs]"""
        *_, last = self.states(sequence)
        return self.head(self.finalNorm(read(last, self.shape["readout"])))
