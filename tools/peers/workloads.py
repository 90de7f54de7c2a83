"""The trainings that every library is timed on: those of `Sources/Bench/Speed/Workload+All.swift`."""

from typing import NamedTuple

BATCHES = 8  # taken in turn
ASKED = 32  # of a causal workload, at the end of each sequence

LEARNING_RATE, WEIGHT_DECAY = 1e-3, 0.01
FIRST_DECAY, SECOND_DECAY, EPSILON = 0.9, 0.999, 1e-8
NORM_EPSILON = 1e-5


class Workload(NamedTuple):
    asked: str  # "every token", "last token" or, in causal ones, "last tokens"
    length: int
    width: int
    layers: int
    heads: int
    hidden: int
    batch: int
    vocabulary: int
    classes: int

    @property
    def is_causal(self):
        return self.asked == "last tokens"

    @property
    def answers(self):
        """Of a sequence."""
        return {"every token": self.length, "last token": 1, "last tokens": ASKED}[self.asked]

    @property
    def operations(self):
        """Of the matrix products of a forward pass, an example; attention counts whole squares, also where causal."""
        length, width = self.length, self.width
        layer = 8 * length * width**2 + 4 * length * width * self.hidden + 4 * length**2 * width
        return self.layers * layer + 2 * self.answers * width * self.classes


WORKLOADS = {
    "W0": Workload("every token", 12, 16, 2, 2, 64, 64, 16, 8),
    "W1-tiny": Workload("last token", 17, 32, 4, 2, 128, 256, 66, 1),
    "W1": Workload("last token", 33, 64, 8, 4, 256, 256, 66, 1),
    "W2": Workload("last tokens", 128, 64, 4, 4, 256, 64, 64, 64),
    "W2-small": Workload("last tokens", 256, 128, 6, 4, 512, 32, 64, 64),
    "W3": Workload("every token", 24, 128, 2, 4, 256, 200, 16, 8),
}
