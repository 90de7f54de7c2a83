import Judging

extension Declaration {
  static var allocate: Declaration {
    Declaration(
      "allocate", "share the change of a loss out among layers, on any splits",
      operands: [Operand(.experiment, "whose training is looked at")],
      options: [
        Option("stage", .any("STAGE"), "which stage of it (the last)"),
        Option(
          "set", .split, "a split of the same family whose loss is shared out too, beside what the stage learned from",
          isRepeated: true),
        Option("count", .any("N"), "examples a set (512)"),
        Option(
          "chord", .any("C"), "along straight lines over C steps instead of each step: another path, and cheaper (1)"),
        Option("seed", .any("S"), "which replicate (0)"),
        .profile,
        Option("format", .oneOf(["text", "jsonl"]), "how it is printed (text)"),
      ],
      about: [
        "Trains the replicate if it is not kept, then its stage once more, and multiplies what each parameter moved by in "
          + "a step with each loss's mean gradient along the step (Lan and others, 2019). The sums are the change of the "
          + "loss to within 1 %, or nothing is printed. A negative number helped.",
        "Watching moves no bit: a replay that ends otherwise than the kept run is refused. What was read is kept, and "
          + "Ctrl-C saves, as with genbench run.",
        "jsonl has an object a step and set, with the sum of every tensor.",
      ],
      examples: [
        "swift run genbench allocate graphs/on-path --stage fine-tune \\\n"
          + "    --set graphs/on-path-any-target --set graphs/train --chord 20",
        "swift run genbench allocate lca/factors --stage Adam --format jsonl > steps.jsonl",
      ])
  }
}
