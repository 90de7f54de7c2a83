import Storage

extension Declaration {
  static let sweepFormats = ["text"] + RecordFormat.allCases.map(\.rawValue)

  static var sweep: Declaration {
    Declaration(
      "sweep", "train an experiment in several sizes, and write what each came to",
      operands: [Operand(.experiment, "what is trained")],
      options: [
        Option(
          "set", .any("NAME=V,V,..."),
          "the sizes: one number of the experiment, as run --set names them, and its values; --set NAME=V beside it changes "
            + "another number in all of them",
          isRepeated: true),
        .replicates, .profile,
        Option("threads", .any("N"), "how many cores to use; the numbers do not depend on it"),
        Option("at", .any("STAGE"), "what it came to after this stage alone (all)"),
        Option(
          "format", .oneOf(sweepFormats),
          "a table, or a row a size, replicate and look (what FILE ends in, else text)"),
        Option("out", .file(), "appears whole or not at all; - is standard output"),
      ],
      about: [
        "Trains each size and replicate that is not kept, all side by side on the cores. The table has a row a size: its "
          + "parameters, and what each claim's number is there; nothing is judged. A number is set and no other: who makes "
          + "a network wider may want another rate.",
        "csv and jsonl have a row a look: size, replicate, stage, the split that was learned from, the stage's steps, "
          + "examples, tokens and operations by then, N without embeddings and N_total with them, seconds at its end, the "
          + "training loss (the mean of the last 100 steps), and a column a split and metric. Scores on what was learned "
          + "from are in distribution, the others shifted. Tokens and operations are counted of encoders only.",
        "An experiment that declares its sizes as stages (scaling/...) needs no --set: csv and jsonl give its points. What an "
          + "instrument reads (lca/..., scaling/...) keeps its networks; with --at STAGE that stage is trained alone, and "
          + "its network and steps may be others.",
        "Ctrl-C, SIGTERM and a hang-up save; the same command goes on from there.",
      ],
      examples: [
        "swift run genbench sweep graphs/looped --set model.width=16,32,64",
        "swift run genbench sweep graphs/on-path --set train.rate=5e-4,1e-3,2e-3 \\\n"
          + "    --set model.width=32 --replicates 3 --at train --out rates.csv",
        "swift run genbench sweep scaling/strong-generalization --format csv > points.csv",
        "swift run genbench sweep scaling/generative --at 'width 32' --set model.layers=1,2,4",
      ])
  }
}
