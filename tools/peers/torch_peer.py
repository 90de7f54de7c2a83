"""PyTorch on a workload: training with its fused AdamW, a forward pass, or greedy decoding with kept keys and values.

Variants: attention by the library or written out, each as it is or compiled. `compare` starts it.
"""

import os

import serving

VARIANTS = ["eager", "eager-written-out", "compile", "compile-written-out"]
asked = serving.arguments(VARIANTS)
os.environ["OMP_NUM_THREADS"] = os.environ["MKL_NUM_THREADS"] = str(asked.threads)

import torch
import torch.nn.functional as F
from torch import nn

from workloads import ASKED, EPSILON, FIRST_DECAY, LEARNING_RATE, NORM_EPSILON, SECOND_DECAY, WEIGHT_DECAY

IS_COMPILED = asked.variant.startswith("compile")
IS_WRITTEN_OUT = asked.variant.endswith("written-out")
shape = asked.workload
torch.set_num_threads(asked.threads)
torch.set_num_interop_threads(1)
torch.set_flush_denormal(True)


def compiled(function):
    return torch.compile(function, dynamic=False) if IS_COMPILED else function


def attention(queries, keys, values, mask=None, is_causal=False):
    """[sequences, heads, tokens, head width] each."""
    if not IS_WRITTEN_OUT:
        return F.scaled_dot_product_attention(queries, keys, values, attn_mask=mask, is_causal=is_causal)
    scores = queries @ keys.transpose(2, 3) * queries.shape[3] ** -0.5
    if is_causal:
        mask = torch.ones(scores.shape[2:], dtype=torch.bool).tril()
    if mask is not None:
        scores = scores.masked_fill(~mask, -torch.inf)
    return scores.softmax(3) @ values


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        width = shape.width
        self.norm1, self.norm2 = nn.LayerNorm(width, NORM_EPSILON), nn.LayerNorm(width, NORM_EPSILON)
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, shape.hidden), nn.Linear(shape.hidden, width)

    def heads(self, x):
        """Queries, keys and values."""
        sequences, tokens, width = x.shape
        qkv = self.qkv(self.norm1(x)).view(sequences, tokens, 3, shape.heads, width // shape.heads)
        return qkv.permute(2, 0, 3, 1, 4).unbind(0)

    def rest(self, x, mixed):
        x = x + self.out(mixed.transpose(1, 2).reshape(x.shape))
        return x + self.down(F.gelu(self.up(self.norm2(x))))

    def forward(self, x):
        return self.rest(x, attention(*self.heads(x), is_causal=shape.is_causal))


class Model(nn.Module):
    def __init__(self, tensors):
        super().__init__()
        self.embedding = nn.Embedding(shape.vocabulary, shape.width)
        if "positions" in tensors:
            self.positions = nn.Parameter(torch.empty(shape.length, shape.width))
        self.blocks = nn.ModuleList(Block() for _ in range(shape.layers))
        self.norm, self.head = nn.LayerNorm(shape.width, NORM_EPSILON), nn.Linear(shape.width, shape.classes)
        self.read(tensors)

    @torch.no_grad()
    def read(self, tensors):
        names = {"qkv": "attention.qkv", "out": "attention.out", "up": "feedForward.up", "down": "feedForward.down"}
        linears = {f"blocks.{i}.{name}": getattr(block, field)
                   for i, block in enumerate(self.blocks) for field, name in names.items()}
        for name, linear in {**linears, "head": self.head}.items():
            linear.weight.copy_(torch.from_numpy(tensors[f"{name}.weight"]).T)
            linear.bias.copy_(torch.from_numpy(tensors[f"{name}.bias"]))
        self.embedding.weight.copy_(torch.from_numpy(tensors["embedding"]))
        if "positions" in tensors:
            self.positions.copy_(torch.from_numpy(tensors["positions"]))

    def begin(self, ids):
        """[sequences, tokens], or [sequences, tokens, 2] where a token is two ids."""
        if shape.asked == "last token":
            return self.embedding(ids).sum(2)
        return self.embedding(ids) + self.positions[: ids.shape[1]]

    def forward(self, ids):
        x = self.begin(ids)
        for block in self.blocks:
            x = block(x)
        return self.head(self.norm(x[:, -shape.answers:]))


class Decoder:
    """Continues sequences with the likeliest ids."""

    def __init__(self, model):
        self.model = model
        room = (shape.layers, shape.batch, shape.heads, shape.length, shape.width // shape.heads)
        self.keys, self.values = torch.zeros(room), torch.zeros(room)
        self.read, self.go_on = compiled(self.read), compiled(self.go_on_in_room if IS_COMPILED else self.go_on)
        # A compiled function is compiled again for every new number, but not for a new tensor.
        self.places = torch.arange(shape.length).unbind() if IS_COMPILED else range(shape.length)

    def likeliest(self, x):
        return self.model.head(self.model.norm(x)).argmax(1)

    def read(self, prompt):
        x = self.model.begin(prompt)
        for i, block in enumerate(self.model.blocks):
            queries, keys, values = block.heads(x)
            self.keys[i, :, :, : x.shape[1]] = keys
            self.values[i, :, :, : x.shape[1]] = values
            x = block.rest(x, attention(queries, keys, values, is_causal=True))
        return self.likeliest(x[:, -1])

    def go_on(self, ids, place):
        """Attends to what is filled."""
        x = (self.model.embedding(ids) + self.model.positions[place])[:, None]
        for i, block in enumerate(self.model.blocks):
            queries, keys, values = block.heads(x)
            self.keys[i, :, :, place] = keys[:, :, 0]
            self.values[i, :, :, place] = values[:, :, 0]
            filled = self.keys[i, :, :, : place + 1], self.values[i, :, :, : place + 1]
            x = block.rest(x, attention(queries, *filled))
        return self.likeliest(x[:, 0])

    def go_on_in_room(self, ids, place):
        """Attends to all places and masks those not filled: shapes stay the same."""
        x = (self.model.embedding(ids) + self.model.positions.index_select(0, place.view(1)))[:, None]
        mask = (torch.arange(shape.length) <= place).view(1, 1, 1, shape.length)
        for i, block in enumerate(self.model.blocks):
            queries, keys, values = block.heads(x)
            self.keys[i].index_copy_(2, place.view(1), keys)
            self.values[i].index_copy_(2, place.view(1), values)
            x = block.rest(x, attention(queries, self.keys[i], self.values[i], mask))
        return self.likeliest(x[:, 0])

    def __call__(self, prompt):
        ids = [self.read(prompt)]
        for place in range(shape.length - ASKED, shape.length - 1):
            ids.append(self.go_on(ids[-1], self.places[place]))
        return torch.stack(ids, 1)

    def agreement(self, prompt):
        """The share of ids that asking the model for the whole sequence each time gives too."""
        found, sequence = self(prompt), prompt
        for _ in range(ASKED):
            x = self.model.begin(sequence)
            for block in self.model.blocks:
                x = block(x)
            sequence = torch.cat([sequence, self.likeliest(x[:, -1])[:, None]], 1)
        return (sequence[:, -ASKED:] == found).float().mean().item()


def train(model, batches):
    optimizer = torch.optim.AdamW(
        model.parameters(), lr=LEARNING_RATE, betas=(FIRST_DECAY, SECOND_DECAY), eps=EPSILON,
        weight_decay=WEIGHT_DECAY, fused=True)

    @compiled
    def loss_of(ids, answers):
        output = model(ids)
        if shape.asked == "last token":
            return F.mse_loss(output[:, 0], answers)
        return F.cross_entropy(output.reshape(-1, shape.classes), answers.reshape(-1))

    def step(number):
        loss = loss_of(*batches[number % len(batches)])
        loss.backward()
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        return loss

    losses = [step(0).item()]
    first_step = serving.seconds_since_start()
    losses += [step(number).item() for number in range(1, 5)]

    def run(count):
        for number in range(count):
            step(number)

    serving.serve(asked.answers, run, losses=losses, first_step=first_step, version=torch.__version__)


def infer(model, batches):
    if IS_COMPILED:
        from torch._inductor import config

        config.freezing = True  # weights become constants
    with torch.no_grad() if IS_COMPILED else torch.inference_mode():
        forward = compiled(model)
        forward(batches[0][0])
        first_step = serving.seconds_since_start()

        def run(count):
            for number in range(count):
                forward(batches[number % len(batches)][0])

        serving.serve(asked.answers, run, first_step=first_step, version=torch.__version__)


def decode(model, batches):
    with torch.no_grad() if IS_COMPILED else torch.inference_mode():
        decoder = Decoder(model)
        prompts = [ids[:, :-ASKED].contiguous() for ids, _ in batches]
        decoder(prompts[0])
        first_step = serving.seconds_since_start()

        def run(count):
            for number in range(count):
                decoder(prompts[number % len(prompts)])

        serving.serve(asked.answers, run, first_step=first_step, agreement=decoder.agreement(prompts[0]),
                      version=torch.__version__)


def main():
    tensors, batches = serving.read(asked.weights)
    batches = [(torch.from_numpy(ids.astype("int64")), torch.from_numpy(answers)) for ids, answers in batches]
    if shape.asked != "last token":
        batches = [(ids[:, :, 0].contiguous(), answers.long()) for ids, answers in batches]
    model = Model(tensors)
    {"train": train, "infer": infer, "decode": decode}[asked.mode](model, batches)


main()
