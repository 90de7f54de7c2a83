extension Declaration {
  static var list: Declaration {
    Declaration(
      "list", "experiments, their claims, and how much each trains",
      options: [
        .profile, .why,
        .flag(
          "lengths",
          "print only how long the parts of a replicate take, for tools/schedule: a line of JSON an experiment"),
      ],
      about: [
        "Prints every experiment with its claims, the number of replicates, parameters and training examples, and how "
          + "long it would take on this machine: by the seconds of the replicates that are kept, else by training each "
          + "stage for a moment, once: what was measured is kept, and GENBENCH_FRESH=1 measures again."
      ],
      examples: ["swift run genbench list --profile smoke", "swift run genbench list --why"])
  }
}
