"""Asks a network in PyTorch what the suite's own was asked, and says how far apart their answers are.

    python compare.py weights.safetensors answers.safetensors

Exits with 1 where the largest difference is more than 1e-4 of the answers' root mean square.
"""

import sys

import torch

from weights import network, opened, questions

# Both compute the same formula, the suite in floats and PyTorch in doubles. A float's roundings, 6e-8 each, come to some
# 1e-6 of an answer over a network's layers and loops; a formula that is another one comes to more than this.
LARGEST = 1e-4


def asked(weights, answers):
    """The network, as many loops as it was asked with; the questions, what was said to them, and whose that is."""
    sequences, said, about = questions(answers)
    whose = opened(weights, "weights")[1]
    for fact in ["experiment", "profile", "replicate", "stage"]:
        if whose[fact] != about[fact]:
            raise ValueError(f"these are answers of {fact} {about[fact]}, and weights of {whose[fact]}")
    return network(weights, about["architecture"]), sequences, said, about


def difference(model, sequences, said):
    """The largest difference, as a part of the answers' root mean square."""
    found = torch.cat([model(sequence) for sequence in sequences])
    if found.shape != said.shape:
        raise ValueError(f"{list(found.shape)} numbers are no answers in place of {list(said.shape)}")
    return float((found - said).abs().max() / said.double().square().mean().sqrt())


def main():
    *one, about = asked(*sys.argv[1:])
    apart = difference(*one)
    print(f"{about['experiment']}, {about['stage']}, {about['count']} of {about['split']}: {apart:.1e} apart")
    sys.exit(0 if apart <= LARGEST else 1)  # also where it is no number


if __name__ == "__main__":
    main()
