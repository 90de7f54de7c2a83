import Bench
import Judging
import Reports

extension Declaration {
  static var report: Declaration {
    Declaration(
      "report", "write what is kept as a page, JUnit, Markdown and JSON Lines",
      operands: [
        Operand(
          .known("ID", Experiment.all(.standard).map(\.id) + DocumentFolder.names),
          "an experiment, those of the suite where none is named; with --merge a results file; with --results a document, "
            + "one of \(DocumentFolder.names.joined(separator: ", "))",
          isOptional: true, isRepeated: true)
      ],
      options: [
        Option(
          "out", .folder, "where to (reports in the folder of kept runs; with --results docs/results in the package)"),
        .profile, .replicates, .set, .weights, .stage,
        .flag(
          "merge",
          "make one report of the results files of several machines; files of other profiles or sources are refused, and "
            + "so is a claim that two of them have with different bits"),
        .flag("results", "fill the documents in docs/results instead"),
        .flag("leaks", "print how much of every question each training split shows, by size, instead"),
      ],
      about: [
        "Judges the kept runs, without training, and writes index.html, junit.xml (a suite a claim, with its slices), "
          + "summary.md and results.jsonl. Where runs are missing it names them, exits 3 and writes nothing. Exits 1 where "
          + "a claim failed. With GITHUB_STEP_SUMMARY set, the summary is added to that file too.",
        "With --results it fills the holes of docs/results/NAME.md, and draws their pictures: tables of claims from the "
          + "committed baselines, slices, pictures and published numbers from the kept runs, if those ended with the bits "
          + "of the baseline. What has no runs here stays as it stands where it was made of the baseline's runs; else the "
          + "document says that it is not shown and why, and the command names it and exits 3. The prose around the holes "
          + "stays as it is. genbench fixtures check finds a document that "
          + "contradicts the baselines.",
        "With --leaks it trains nothing either: it draws what training would show and what is asked, compares them up to "
          + "symmetry (isomorphism of graphs, the eight symmetries of a maze), and sets beside each share that of as many "
          + "questions drawn afresh, which is what chance alone repeats.",
      ],
      examples: [
        "swift run genbench report --out report",
        "swift run genbench report --out report --merge one/results.jsonl two/results.jsonl",
        "swift run genbench report --results mazes",
        "swift run genbench report --leaks graphs/on-path",
      ])
  }
}
