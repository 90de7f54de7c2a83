"""Loads what `genbench weights` wrote: a network, or questions with what the suite's own network says to them."""

import json
from dataclasses import dataclass

import torch
from safetensors import safe_open

from answerer import Answerer
from asker import Asker
from attention_only import AttentionOnly
from encoder import Encoder
from layers import case
from looped import LoopedEncoder
from message_passing import MessagePassing
from tape import TapeEncoder

NETWORKS = {
    "encoder": Encoder, "looped": LoopedEncoder, "tape": TapeEncoder, "answerer": Answerer,
    "attentionOnly": AttentionOnly, "messagePassing": MessagePassing,
}
ASKER = "asker."  # before the names of the asker's tensors, which stand in its learner's file


@dataclass
class Links:
    """Each leads from a token to another, and is of a kind: three vectors."""

    tokens: torch.Tensor
    ends: torch.Tensor
    kinds: torch.Tensor


@dataclass
class Sequence:
    """What a network reads at once, without padding."""

    ids: torch.Tensor  # [tokens, ids of a token]
    prefix: int  # so many first tokens are seen by all, also where attention is causal
    first_place: int  # where the first token stands among the places
    links: Links | None


def opened(path, kind, whose="network"):
    """The tensors of the network, or of the asker beside it, and the file's remarks."""
    with safe_open(path, "pt") as file:
        about = file.metadata() or {}
        if about.get("format") != f"genbench {kind} 1":
            raise ValueError(f"{path} is no file of genbench weights with {kind}: its format is {about.get('format')}")
        names = [name for name in file.keys() if name.startswith(ASKER) == (whose == "asker")]
        return {name.removeprefix(ASKER): file.get_tensor(name) for name in names}, about


def network(path, architecture=None, dtype=torch.float64):
    """The network of a file of weights, ready to be asked.

    architecture: as text, another one with the same parameters: one that makes more loops.
    """
    tensors, about = opened(path, "weights")
    kind, fields = case(json.loads(architecture or about["architecture"]))
    return loaded(NETWORKS[kind](fields["_0"]).to(dtype), tensors)


def asker(path, dtype=torch.float64):
    """The overseer that learned to ask the network; only amplification has one."""
    tensors, about = opened(path, "weights", "asker")
    return loaded(Asker(json.loads(about["asker"])).to(dtype), tensors)


def loaded(model, tensors):
    # A matrix of one row stands in the file as a vector.
    places = model.state_dict()
    tensors = {name: x.reshape(places[name].shape) if name in places else x for name, x in tensors.items()}
    model.load_state_dict(tensors, strict=True)
    return model.eval().requires_grad_(False)


def questions(path, whose="network"):
    """Sequences, what the suite's network says to all of them [answers, outputs], and the file's remarks."""
    tensors, about = opened(path, "answers", whose)
    x = {name: tensor.long() for name, tensor in tensors.items() if name != "answers"}
    sequences = []
    for i, (first, end) in enumerate(zip(x["starts"], x["starts"][1:])):
        links = None
        if "linkStarts" in x:
            begin, *_, stop = starts = x["linkStarts"][first : end + 1]
            owners = torch.repeat_interleave(torch.arange(end - first), starts.diff())
            links = Links(owners, x["linkEnds"][begin:stop] - first, x["linkKinds"][begin:stop])
        sequences.append(Sequence(x["ids"][first:end], int(x["prefixes"][i]), int(x["firstPlaces"][i]), links))
    return sequences, tensors["answers"], about
