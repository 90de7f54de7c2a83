"""A transformer that reads a tape, one symbol a loop, and keeps a symbol a token from one loop to the next."""

import torch.nn as nn
import torch.nn.functional as F

from encoder import Block
from layers import LayerNorm, Linear, table


class TapeEncoder(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.shape, width = shape, shape["width"]
        self.symbols, self.tape = table(shape["symbols"], width), table(shape["tapeSymbols"], width)
        self.source, self.image, self.pointer = (Linear(width, width) for _ in range(3))
        layers = shape | {"isCausal": False, "positions": {"none": {}}, "normOrder": "pre"}
        self.blocks = nn.ModuleList(Block(layers) for _ in range(shape["layerCount"]))
        self.norm, self.out = LayerNorm(width), Linear(width, width)

    def logits(self, x):
        return self.out(x) @ self.symbols.T / x.shape[1] ** 0.5

    def kept(self, x):
        """What a token keeps of what it computed."""
        if self.shape["state"] == "vector":
            return x
        logits = self.logits(x)
        if self.shape["state"] == "symbol":
            return self.symbols[logits.argmax(dim=1)]
        return F.softmax(logits, dim=1) @ self.symbols

    def forward(self, sequence):
        """[1, symbols]: what the last token says. A token is a symbol, its image, and the tape."""
        own, image, *tape = sequence.ids.T
        fact = self.source(self.symbols[own]) + self.image(self.symbols[image])
        state = self.symbols[own]
        for symbol in tape:
            x = fact + self.pointer(state) + self.tape[symbol]
            for block in self.blocks:
                x = block(x, sequence)
            x = self.norm(x)
            state = self.kept(x)
        return self.logits(x[-1:])
