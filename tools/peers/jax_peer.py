"""JAX on a workload, each step one compiled function: training with AdamW, a forward pass, or greedy decoding.

Variants: attention by einsum over [sequence, token, head], or as batched products of contiguous heads. `compare` starts
it; its threads are as many as the cores it may run on.
"""

import serving

VARIANTS = ["einsum", "batched"]
asked = serving.arguments(VARIANTS)

import jax
import jax.numpy as jnp

from workloads import ASKED, EPSILON, FIRST_DECAY, LEARNING_RATE, NORM_EPSILON, SECOND_DECAY, WEIGHT_DECAY

shape = asked.workload
HEAD_WIDTH = shape.width // shape.heads


def linear(p, name, x):
    return x @ p[f"{name}.weight"] + p[f"{name}.bias"]


def norm(p, name, x):
    x = x - x.mean(-1, keepdims=True)
    return x * jax.lax.rsqrt((x * x).mean(-1, keepdims=True) + NORM_EPSILON) * p[f"{name}.scale"] + p[f"{name}.shift"]


def attention(queries, keys, values):
    """[sequences, tokens, heads, head width] each."""
    def softmax(scores):
        if shape.is_causal:
            scores = jnp.where(jnp.tril(jnp.ones(scores.shape[-2:], bool)), scores, -jnp.inf)
        return jax.nn.softmax(scores)

    if asked.variant == "einsum":
        scores = jnp.einsum("sqhw,skhw->shqk", queries, keys) * HEAD_WIDTH**-0.5
        return jnp.einsum("shqk,skhw->sqhw", softmax(scores), values)
    sequences, tokens, heads, width = queries.shape
    queries, keys, values = (
        part.transpose(0, 2, 1, 3).reshape(sequences * heads, tokens, width) for part in (queries, keys, values))
    mixed = softmax(queries * HEAD_WIDTH**-0.5 @ keys.transpose(0, 2, 1)) @ values
    return mixed.reshape(sequences, heads, tokens, width).transpose(0, 2, 1, 3)


def heads(p, block, x):
    """Queries, keys and values."""
    qkv = linear(p, f"{block}.attention.qkv", norm(p, f"{block}.norm1", x))
    qkv = qkv.reshape(*x.shape[:-1], 3, shape.heads, HEAD_WIDTH)
    return [qkv[..., part, :, :] for part in range(3)]


def rest(p, block, x, mixed):
    x = x + linear(p, f"{block}.attention.out", mixed.reshape(x.shape))
    hidden = jax.nn.gelu(linear(p, f"{block}.feedForward.up", norm(p, f"{block}.norm2", x)), approximate=False)
    return x + linear(p, f"{block}.feedForward.down", hidden)


def begin(p, ids):
    if shape.asked == "last token":
        return p["embedding"][ids].sum(2)
    return p["embedding"][ids] + p["positions"][: ids.shape[1]]


def hidden(p, ids):
    x = begin(p, ids)
    for i in range(shape.layers):
        x = rest(p, f"blocks.{i}", x, attention(*heads(p, f"blocks.{i}", x)))
    return x


def forward(p, ids):
    return linear(p, "head", norm(p, "finalNorm", hidden(p, ids)[:, -shape.answers:]))


def likeliest(p, x):
    return linear(p, "head", norm(p, "finalNorm", x)).argmax(-1)


def loss_of(p, ids, answers):
    output = forward(p, ids)
    if shape.asked == "last token":
        return jnp.square(output[:, 0] - answers).mean()
    return -jnp.take_along_axis(jax.nn.log_softmax(output), answers[..., None], -1).mean()


def trained(p, first, second, step, ids, answers):
    """Parameters and moments after a step of AdamW, its number plus one, and the loss before."""
    loss, gradient = jax.value_and_grad(loss_of)(p, ids, answers)
    step = step + 1
    first = jax.tree.map(lambda m, g: FIRST_DECAY * m + (1 - FIRST_DECAY) * g, first, gradient)
    second = jax.tree.map(lambda v, g: SECOND_DECAY * v + (1 - SECOND_DECAY) * g * g, second, gradient)
    bias1, bias2 = 1 - FIRST_DECAY**step, 1 - SECOND_DECAY**step

    def updated(weight, m, v):
        return weight * (1 - LEARNING_RATE * WEIGHT_DECAY) - LEARNING_RATE * m / bias1 / (
            jnp.sqrt(v / bias2) + EPSILON)

    return jax.tree.map(updated, p, first, second), first, second, step, loss


def train(p, batches):
    advance = jax.jit(trained, donate_argnums=(0, 1, 2, 3))
    state = [p, jax.tree.map(jnp.zeros_like, p), jax.tree.map(jnp.zeros_like, p), jnp.float32(0)]

    def step(number):
        *state[:], loss = advance(*state, *batches[number % len(batches)])
        return loss

    losses = [float(step(0))]
    first_step = serving.seconds_since_start()
    losses += [float(step(number)) for number in range(1, 5)]

    def run(count):
        for number in range(count):
            loss = step(number)
        loss.block_until_ready()

    serving.serve(asked.answers, run, losses=losses, first_step=first_step, version=jax.__version__)


def infer(p, batches):
    answer = jax.jit(forward)
    answer(p, batches[0][0]).block_until_ready()
    first_step = serving.seconds_since_start()

    def run(count):
        for number in range(count):
            found = answer(p, batches[number % len(batches)][0])
        found.block_until_ready()

    serving.serve(asked.answers, run, first_step=first_step, version=jax.__version__)


@jax.jit
def continued(p, prompt):
    """Reads the prompt, then continues it by its own answers, with keys and values kept."""
    room = (shape.layers, shape.batch, shape.length, shape.heads, HEAD_WIDTH)
    kept_keys, kept_values = jnp.zeros(room), jnp.zeros(room)
    tokens = prompt.shape[1]
    x = begin(p, prompt)
    for i in range(shape.layers):
        queries, keys, values = heads(p, f"blocks.{i}", x)
        kept_keys = kept_keys.at[i, :, :tokens].set(keys)
        kept_values = kept_values.at[i, :, :tokens].set(values)
        x = rest(p, f"blocks.{i}", x, attention(queries, keys, values))

    def go_on(state, place):
        ids, kept_keys, kept_values = state
        x = p["embedding"][ids] + p["positions"][place]
        for i in range(shape.layers):
            queries, keys, values = heads(p, f"blocks.{i}", x)
            kept_keys = jax.lax.dynamic_update_slice(kept_keys, keys[None, :, None], (i, 0, place, 0, 0))
            kept_values = jax.lax.dynamic_update_slice(kept_values, values[None, :, None], (i, 0, place, 0, 0))
            scores = jnp.einsum("shw,skhw->shk", queries, kept_keys[i]) * HEAD_WIDTH**-0.5
            scores = jnp.where(jnp.arange(shape.length) <= place, scores, -jnp.inf)
            x = rest(p, f"blocks.{i}", x, jnp.einsum("shk,skhw->shw", jax.nn.softmax(scores), kept_values[i]))
        ids = likeliest(p, x)
        return (ids, kept_keys, kept_values), ids

    first = likeliest(p, x[:, -1])
    _, others = jax.lax.scan(go_on, (first, kept_keys, kept_values), jnp.arange(tokens, shape.length - 1))
    return jnp.concatenate([first[:, None], others.T], 1)


def agreement(p, prompt):
    """The share of ids that asking the model for the whole sequence each time gives too."""
    found = continued(p, prompt)
    all_ids = jax.jit(lambda p, ids: likeliest(p, hidden(p, ids)))
    sequence = jnp.pad(prompt, ((0, 0), (0, ASKED)))
    for place in range(prompt.shape[1], shape.length):
        sequence = sequence.at[:, place].set(all_ids(p, sequence)[:, place - 1])
    return float((sequence[:, -ASKED:] == found).mean())


def decode(p, batches):
    prompts = [ids[:, :-ASKED] for ids, _ in batches]
    continued(p, prompts[0]).block_until_ready()
    first_step = serving.seconds_since_start()

    def run(count):
        for number in range(count):
            found = continued(p, prompts[number % len(prompts)])
        found.block_until_ready()

    serving.serve(asked.answers, run, first_step=first_step, agreement=agreement(p, prompts[0]), version=jax.__version__)


def main():
    tensors, batches = serving.read(asked.weights)
    p = jax.tree.map(jnp.asarray, tensors)
    batches = [(jnp.asarray(ids), jnp.asarray(answers)) for ids, answers in batches]
    if shape.asked != "last token":
        batches = [(ids[:, :, 0], answers) for ids, answers in batches]
    {"train": train, "infer": infer, "decode": decode}[asked.mode](p, batches)


main()
