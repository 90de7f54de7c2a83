"""Amplification's learned overseer, H': it says each next word of a transcript, which may be one that it has read."""

import torch.nn as nn

from answerer import PointerMixture
from encoder import Block
from layers import table


class Asker(nn.Module):
    def __init__(self, shape):
        super().__init__()
        width, vocabulary = shape["width"], shape["vocabulary"]
        self.words, self.roles = table(vocabulary, width), table(shape["roleCount"], width)
        self.positions = table(shape["longest"], width)
        layers = shape | {"isCausal": True, "positions": {"none": {}}, "normOrder": "post", "activation": "relu"}
        self.cells = nn.ModuleList(Block(layers) for _ in range(shape["cells"]))
        self.answer = PointerMixture(width, 1, 1, vocabulary, is_causal=True)

    def forward(self, sequence):
        """[tokens, vocabulary]: logarithms of probabilities of the word that comes after each."""
        words, roles = sequence.ids.T
        x = self.words[words] + self.roles[roles] + self.positions[: len(words)]
        for cell in self.cells:
            x = cell(x, sequence)
        return self.answer(x, x, words[:, None])
