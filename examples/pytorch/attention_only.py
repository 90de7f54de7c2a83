"""A transformer of attention alone, whose weights were written by hand: no norm, no bias, scores that are not scaled."""

import torch
import torch.nn as nn

from layers import Linear, heads


class Heads(nn.Module):
    """Heads of one layer that read the whole state; what they find is added up."""

    def __init__(self, width, count, query_width, outputs):
        super().__init__()
        self.count, self.sizes = count, [count * query_width, count * query_width, count * outputs]
        self.qkv = Linear(width, sum(self.sizes), has_bias=False)

    def forward(self, x):
        q, k, v = (heads(part, self.count) for part in self.qkv(x).split(self.sizes, dim=1))
        return ((q @ k.transpose(1, 2)).softmax(dim=2) @ v).sum(dim=0)


class AttentionOnly(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.shape = shape
        for group in shape["groups"]:
            outputs = group["writes"][1] - group["writes"][0]
            layers = [
                Heads(shape["width"], group["headCount"], group["queryWidth"], outputs)
                for _ in range(1 if group["isShared"] else shape["layerCount"])
            ]
            self.add_module(group["name"], layers[0] if group["isShared"] else nn.ModuleList(layers))

    def heads(self, group, layer):
        module = self.get_submodule(group["name"])
        return module if group["isShared"] else module[layer]

    def forward(self, sequence):
        """[1, 1]"""
        dtype = next(self.parameters()).dtype
        x = torch.zeros(len(sequence.ids), self.shape["width"], dtype=dtype).scatter(1, sequence.ids, 1.0)
        for layer in range(self.shape["layerCount"]):
            found = [self.heads(group, layer)(x) for group in self.shape["groups"]]
            x = x.clone()
            for group, values in zip(self.shape["groups"], found):
                writes = slice(*group["writes"])
                x[:, writes] += values
                if "squash" in group:
                    x[:, writes] = 2 * torch.sigmoid(group["squash"] * x[:, writes]) - 1
        answered = x[-1:, slice(*self.shape["answer"])]
        return (1 + answered.shape[1] - answered.sum(dim=1, keepdim=True))
