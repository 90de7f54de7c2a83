import Bench

extension Declaration {
  static var report: Declaration {
    Declaration(
      "report", "write what is kept as a page, JUnit, Markdown and JSON Lines",
      operands: [
        Operand(
          .experiment, "an experiment, those of the suite where none is named; with --merge a results file",
          isOptional: true, isRepeated: true)
      ],
      options: [
        Option("out", .folder, "where to (reports in the folder of kept runs)"),
        .profile,
        .flag(
          "merge",
          "make one report of the results files of several machines; files of other profiles or sources are refused, and "
            + "so is a claim that two of them have with different bits"),
      ],
      about: [
        "Judges the kept runs, without training, and writes index.html, junit.xml (a suite a claim, with its slices), "
          + "summary.md and results.jsonl. Where runs are missing it names them, exits 3 and writes nothing. Exits 1 where "
          + "a claim failed. With GITHUB_STEP_SUMMARY set, the summary is added to that file too."
      ],
      examples: [
        "swift run genbench report --out report",
        "swift run genbench report --out report --merge one/results.jsonl two/results.jsonl",
      ])
  }
}
