"""The layers that several networks share. Their parameters have the names and shapes that the suite writes them under."""

import torch
import torch.nn as nn
import torch.nn.functional as F

ACTIVATIONS = {
    "relu": F.relu,
    "gelu": F.gelu,
    "geluTanh": lambda x: F.gelu(x, approximate="tanh"),
    "sigmoid": torch.sigmoid,
    "step": lambda x: (x > 0).to(x.dtype),
}


def case(value):
    """Which case a value of the shape is, and its fields: {"rotary": {"longest": 99}}."""
    ((name, fields),) = value.items()
    return name, fields


def table(*shape):
    """A parameter that is loaded later."""
    return nn.Parameter(torch.zeros(shape))


def heads(x, count):
    """[tokens, width] to [heads, tokens, width / heads]."""
    return x.unflatten(1, (count, -1)).transpose(0, 1)


def joined(x):
    """Back again."""
    return x.transpose(0, 1).flatten(1)


class Linear(nn.Module):
    """y = x W + b, with W [inputs, outputs]: torch.nn.Linear keeps its transpose."""

    def __init__(self, inputs, outputs, has_bias=True):
        super().__init__()
        self.weight = table(inputs, outputs)
        self.bias = table(outputs) if has_bias else None

    def forward(self, x):
        return x @ self.weight + (0 if self.bias is None else self.bias)


class LayerNorm(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.epsilon = 1e-5
        self.scale, self.shift = table(width), table(width)

    def forward(self, x):
        return F.layer_norm(x, self.shift.shape, self.scale, self.shift, eps=self.epsilon)


class BatchNorm(nn.Module):
    """By the means and variances that it measured while it learned."""

    def __init__(self, width, rule):
        super().__init__()
        self.epsilon = rule["epsilon"]
        self.scale = table(width) if rule["hasScale"] else None
        self.shift = table(width)
        self.register_buffer("mean", torch.zeros(width))
        self.register_buffer("variance", torch.ones(width))

    def forward(self, x):
        return F.batch_norm(x, self.mean, self.variance, self.scale, self.shift, eps=self.epsilon)


class FeedForward(nn.Module):
    def __init__(self, width, hidden, activation, batch_norm=None):
        super().__init__()
        self.up, self.down = Linear(width, hidden), Linear(hidden, width)
        self.activation = ACTIVATIONS[activation]
        self.norm = BatchNorm(width, batch_norm) if batch_norm else None

    def forward(self, x):
        y = self.down(self.activation(self.up(x)))
        return self.norm(y) if self.norm else y
