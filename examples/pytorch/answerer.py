"""The learner of amplification: facts attend to facts, questions to facts, and an answer may be copied from a fact."""

import torch
import torch.nn as nn
import torch.nn.functional as F

from layers import BatchNorm, FeedForward, LayerNorm, Linear, heads, joined, table

LEAST = 2.0**-96  # no probability counts as smaller


class CrossAttention(nn.Module):
    def __init__(self, width, head_count):
        super().__init__()
        self.head_count = head_count
        self.queries, self.keysValues, self.out = Linear(width, width), Linear(width, 2 * width), Linear(width, width)

    def forward(self, x, y):
        q = heads(self.queries(x), self.head_count)
        k, v = (heads(part, self.head_count) for part in self.keysValues(y).chunk(2, dim=1))
        weights = (q @ k.transpose(1, 2) / q.shape[2] ** 0.5).softmax(dim=2)
        return self.out(joined(weights @ v))


class Cell(nn.Module):
    def __init__(self, shape):
        super().__init__()
        width = shape["width"]
        self.attention = CrossAttention(width, shape["headCount"])
        self.norm1, self.norm2 = LayerNorm(width), LayerNorm(width)
        self.feedForward = FeedForward(width, shape["hiddenWidth"], "relu", shape["batchNorm"])

    def forward(self, x, y):
        h = self.norm1(x + self.attention(x, y))
        return self.norm2(h + self.feedForward(h))


class Reader(nn.Module):
    """Facts or questions: their words side by side, a linear layer, batch norm, and the cells."""

    def __init__(self, shape, words, cells):
        super().__init__()
        self.embedding = table(shape["vocabulary"], shape["embeddingWidth"])
        self.encoding = Linear(words * shape["embeddingWidth"], shape["width"])
        self.norm = BatchNorm(shape["width"], shape["batchNorm"])
        self.cells = nn.ModuleList(Cell(shape) for _ in range(cells))

    def forward(self, ids):
        return self.norm(self.encoding(self.embedding[ids].flatten(1)))


class PointerMixture(nn.Module):
    """One softmax over the vocabulary, and for each pointer one over what was read, mixed by gates.

    gates: one more than pointers, or as many: the vocabulary's logit is then 0.
    """

    def __init__(self, width, pointers, gates, vocabulary, is_causal=False):
        super().__init__()
        self.pointers, self.is_causal = pointers, is_causal
        self.queries, self.keys = Linear(width, pointers * width), Linear(width, pointers * width)
        self.gateHidden, self.gates = Linear(width, width), Linear(width, gates)
        self.wordHidden, self.words = Linear(width, width), Linear(width, vocabulary)

    def forward(self, x, y, ids):
        """Logarithms of probabilities, [rows of x, vocabulary]. `ids` [rows of y, pointers] is what is copied."""
        q, k = heads(self.queries(x), self.pointers), heads(self.keys(y), self.pointers)
        scores = q @ k.transpose(1, 2) / x.shape[1] ** 0.5
        if self.is_causal:
            scores = scores.masked_fill(torch.ones(len(x), len(y), dtype=torch.bool).triu(1), -torch.inf)
        weights = scores.softmax(dim=2)
        own = self.words(F.relu(self.wordHidden(x))).softmax(dim=1)
        copied = weights @ F.one_hot(ids.T, own.shape[1]).to(x.dtype)  # [pointers, rows, vocabulary]
        gates = self.gates(F.relu(self.gateHidden(x)))
        gates = F.pad(gates, (0, self.pointers + 1 - gates.shape[1])).softmax(dim=1)
        said = torch.cat([copied, own[None]])  # the vocabulary's gate is the last
        return (gates.T[:, :, None] * said).sum(dim=0).clamp(min=LEAST).log()


class Answerer(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.shape = shape
        self.facts = Reader(shape, shape["factLength"], shape["factCells"])
        self.questions = Reader(shape, shape["questionLength"], shape["questionCells"])
        pointers = shape["factLength"]
        self.answer = PointerMixture(shape["width"], pointers, pointers + 1, shape["vocabulary"])

    def forward(self, sequence):
        """[questions, vocabulary]: logarithms of probabilities."""
        count = self.shape["questionCount"]
        words = sequence.ids[:-count, : self.shape["factLength"]]
        facts, questions = self.facts(words), self.questions(sequence.ids[-count:])
        for cell in self.facts.cells:
            facts = cell(facts, facts)
        for cell in self.questions.cells:
            questions = cell(questions, facts)
        return self.answer(questions, facts, words)
