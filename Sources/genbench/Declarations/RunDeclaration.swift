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
        Option("seed", .any("S"), "train replicate S alone and print its scores; one replicate is never judged"),
        .flag("missing", "train nothing: print the replicates that are not kept, ID and S, a line each"),
        Option(
          "shard", .shard, "only the experiments of part I of N, for N machines; GENBENCH_SHARD does the same for tests"
        ),
      ],
      about: [
        "Trains every replicate of the experiments, side by side on the cores, judges their claims, and prints a row a "
          + "claim; of many claims, those nearest to their thresholds. Finished runs are kept: the same command prints at once. Ctrl-C, SIGTERM and a hang-up save; the "
          + "same command goes on from there, and ends with the same bits.",
        "An experiment belongs to one shard, with all its claims, by a hash of its id. What belongs to others is listed "
          + "as skipped; a shard that has none says so and is green.",
        "Each line of --missing is a piece of work of its own, for any machine that shares the store: run ID --seed S. "
          + "tools/cluster gives them to Slurm.",
      ],
      examples: [
        "swift run genbench run graphs/on-path", "swift run genbench run --shard 1/4 --profile smoke",
      ])
  }
}
