"""Asks a network in PyTorch what the suite's own was asked, and says how far apart their answers are.

    python compare.py weights.safetensors answers.safetensors

Exits with 1 where the largest difference is more than 1e-4 of the answers' root mean square.
"""

import sys

import torch

from weights import asker, network, opened, questions

# Both compute the same formula, the suite in floats and PyTorch in doubles. A float's roundings, 6e-8 each, come to some
# 1e-6 of an answer over a network's layers and loops; a formula that is another one comes to more than this.
LARGEST = 1e-4


def speakers(answers):
    """Whose answers a file has."""
    return ["network", "asker"] if "asker" in opened(answers, "answers")[1] else ["network"]


def asked(weights, answers, whose="network"):
    """The network, as many loops as it was asked with; the questions, what was said to them, and whose that is."""
    sequences, said, about = questions(answers, whose)
    learned = opened(weights, "weights")[1]
    for fact in ["experiment", "profile", "replicate", "stage"]:
        if learned[fact] != about[fact]:
            raise ValueError(f"these are answers of {fact} {about[fact]}, and weights of {learned[fact]}")
    model = asker(weights) if whose == "asker" else network(weights, about["architecture"])
    return model, sequences, said, about


def difference(model, sequences, said):
    """The largest difference, as a part of the answers' root mean square."""
    found = torch.cat([model(sequence) for sequence in sequences])
    if found.shape != said.shape:
        raise ValueError(f"{list(found.shape)} numbers are no answers in place of {list(said.shape)}")
    return float((found - said).abs().max() / said.double().square().mean().sqrt())


def main():
    is_far = False
    for whose in speakers(sys.argv[2]):
        *one, about = asked(*sys.argv[1:], whose)
        apart = difference(*one)
        what = f"{about['experiment']}, {about['stage']}, {whose}, {about['count']} of {about['split']}"
        print(f"{what}: {apart:.1e} apart")
        is_far |= not apart <= LARGEST  # also where it is no number
    sys.exit(is_far)


if __name__ == "__main__":
    main()
