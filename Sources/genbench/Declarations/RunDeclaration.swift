extension Declaration {
  static var run: Declaration {
    Declaration(
      "run", "train, judge, and print the threshold table",
      operands: [
        Operand(
          .experiment, "an experiment; those of the suite where none is named", isOptional: true, isRepeated: true)
      ],
      options: [
        .profile, .details, .why,
        .flag("readings", "also every number that an experiment's instrument reads, claimed or not"),
        .replicates, .set, .weights, .stage,
        Option("seed", .any("S"), "train replicate S alone and print its scores; one replicate is never judged"),
        Option(
          "predictions", .file(),
          "also writes what each replicate answered after each stage, a row an example: as .csv or .jsonl, whichever the "
            + "name ends in"),
        Option("curves", .file(), "the same of the loss of each step, and of the scores of each look"),
        .flag("missing", "train nothing: print the replicates that are not kept, ID and S, a line each"),
        Option(
          "shard", .shard, "only the experiments of part I of N, for N machines; GENBENCH_SHARD does the same for tests"
        ),
      ],
      about: [
        "Trains every replicate of the experiments, side by side on the cores, judges their claims, and prints a row a "
          + "claim; of many claims, those nearest to their thresholds. Finished runs are kept: the same command prints at once. Ctrl-C, SIGTERM and a hang-up save; the "
          + "same command goes on from there, and ends with the same bits.",
        "--replicates and --set run what nobody declared: other numbers are other runs, none is held against a baseline, and "
          + "the first line says what was changed. Replicates that chose a threshold do not judge it, and are named.",
        "--weights asks weights that another program trained, under the names and shapes of docs/weights.md, as genbench "
          + "weights writes them: file after file the questions of replicates 0, 1, ... Nothing is trained or kept, and no "
          + "baseline is held against them. A claim about unseen examples fails, since nobody knows what they were shown; one file has no interval.",
        "An experiment belongs to one shard, with all its claims, by a hash of its id. What belongs to others is listed "
          + "as skipped; a shard that has none says so and is green.",
        "Each line of --missing is a piece of work of its own, for any machine that shares the store: run ID --seed S. "
          + "tools/cluster gives them to Slurm.",
      ],
      examples: [
        "swift run genbench run graphs/on-path", "swift run genbench run --shard 1/4 --profile smoke",
        "swift run genbench run graphs/on-path --replicates 30",
        "swift run genbench run graphs/on-path --set train.rate=5e-4 --set model.width=64",
        "swift run genbench run graphs/looped --weights one.safetensors --weights two.safetensors",
      ])
  }
}
