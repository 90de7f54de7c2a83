extension Declaration {
  static var weights: Declaration {
    Declaration(
      "weights", "write what a kept replicate learned, for PyTorch or any other program",
      operands: [Operand(.experiment, "whose replicate was trained")],
      options: [
        Option("seed", .any("S"), "which replicate", isRequired: true),
        Option("stage", .any("STAGE"), "after which stage of it (the last)"),
        Option("answers", .any("SPLIT"), "in place of the weights: what the network says to questions of this split"),
        Option("count", .any("N"), "to how many (64, or all where fewer are asked)"),
        .profile,
        Option("out", .file(), "appears whole or not at all", isRequired: true),
      ],
      about: [
        "Writes a safetensors file with every parameter by its name; docs/weights.md has the names and shapes, and "
          + "examples/pytorch the networks that load it. Nothing is trained: where the replicate is not kept, the error "
          + "says what makes it. The overseer of amplification stands beside its learner, under names "
          + "that begin with asker.",
        "With --answers the file holds what the network reads of the first N questions of a split that the experiment "
          + "asks the replicate, and what it says to each, before anything is made of it: numbers, or logits. So another "
          + "program's reading of the weights can be checked. The overseer is asked transcripts about the same contexts.",
      ],
      examples: [
        "swift run genbench run graphs/on-path --seed 0 --profile smoke",
        "swift run genbench weights graphs/on-path --seed 0 --stage fine-tune --profile smoke \\\n"
          + "    --out weights.safetensors",
        "swift run genbench weights graphs/on-path --seed 0 --stage fine-tune --profile smoke \\\n"
          + "    --answers graphs/on-path-any-target --out answers.safetensors",
      ])
  }
}
