import Bench

extension Declaration {
  static var fixtures: Declaration {
    Declaration(
      "fixtures", "compare what is kept to compare with, or rewrite it",
      operands: [
        Operand(.oneOf(["check", "regenerate"]), "compare without writing, or rewrite"),
        Operand(
          .known("NAME", Fixture.all.map(\.name)), "one fixture; all of them where none is named", isOptional: true),
      ],
      options: [Option("reason", .any("TEXT"), "why a baseline that gets worse is accepted; it is kept in the file")],
      about: [
        "Fixtures are what tests compare with: datasets/... fingerprints of the splits, learning/... the bits that "
          + "training ends with, baselines/PROFILE/ID the accepted scores.",
        "check compares, prints old -> new for every field, and exits 1 where one differs, is missing, or belongs to "
          + "nothing; 2 where one is cut. A baseline is compared with what comes out now where it is named, which trains "
          + "what is not kept; else only with the claims there are. regenerate rewrites them; a baseline that is loosened "
          + "needs a reason.",
        "Without a name, check also holds the documents in docs/results against the baselines that their tables show; "
          + "genbench report --results rewrites them.",
        "Values that other programs computed (PyTorch, SciPy, NumPy) are made by the scripts in fixtures/reference.",
      ],
      examples: [
        "swift run genbench fixtures check",
        "swift run genbench fixtures regenerate baselines/standard/graphs/on-path --reason 'Longer warmup'",
      ])
  }
}
