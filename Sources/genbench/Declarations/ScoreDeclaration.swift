import Bench
import Judging
import Results
import Training

extension Declaration {
  static var score: Declaration {
    Declaration(
      "score", "judge predictions that any other program made",
      operands: [
        Operand(.split, "what the model was asked: a split of genbench export"),
        Operand(
          .file("PREDICTIONS"),
          "what it answered, as JSON Lines or CSV; several files are a replicate each; - is standard input",
          isRepeated: true),
      ],
      options: [
        Option(
          "seed", .any("S"),
          "the seed its examples were exported with; without it each replicate was asked those of its own seed"),
        Option("count", .any("N"), "how many were exported; a verdict needs it"),
        Option(
          "from", .any("I"),
          "the index of the first, as exported (0); the file may count from I, as exports do, or from 0"),
        Option(
          "asked-by", .experiment,
          "score the questions of this experiment's replicate S, as export --asked-by gives them; without --seed each "
            + "replicate was asked its own"),
        Option("stage", .any("STAGE"), "of a file of genbench run --predictions: what was answered after this stage"),
        Option(
          "trained", .any("SPLIT:COUNT[:SEED]"),
          "what the models learned from, as exported: what is asked again, up to symmetry, counts as seen. Without SEED "
            + "each replicate learned from its own",
          isRepeated: true),
        Option("slice", .any("CONDITIONS"), "judge and draw only these examples, such as n=8...15,t=3... or unseen"),
        Option("metric", .known("M", Splits.suite.metrics.map(\.optionName)), metrics),
        Option("at-most", .any("X"), "exit 1 unless M is at most X"),
        Option("at-least", .any("X"), "exit 1 unless M is at least X"),
        Option("replicates", .any("R"), "how many replicates are due (as many as there are)"),
        Option(
          "claim", .known("CLAIM", claims),
          "exit 1 unless this claim of the suite holds: EXPERIMENT/SUBJECT, or its test"),
        Option(
          "against", .file("PREDICTIONS"),
          "compare with what another program answered to the same, by example and replicate", isRepeated: true),
        Option("profile", .profile, "whose threshold the claim has"),
        Option(
          "format", .oneOf(["text", "json", "junit", "markdown"]), "what is printed (text); junit is of a verdict"),
        Option(
          "per-example", .file(), "also writes a row an example: as .csv or .jsonl, whichever the name ends in"),
      ],
      about: [
        "Prints every metric on every slice of the split, the trivial predictors beside them, and histograms, as "
          + "genbench run does for its own networks. The file has an object a line, in any order:",
        "  {\"index\":0,\"prediction\":3.2}                one model, whose examples are those of --seed\n"
          + "  {\"seed\":1,\"index\":0,\"prediction\":3.2}       several, told apart by seed\n"
          + "  {\"index\":0,\"path\":[[0,1],[0,0],[1,0]]}      of mazes: the cells of a path with both ends\n"
          + "  {\"index\":0,\"answers\":[9,4]}                of powers/train and tiny: all its questions",
        "\"split\":\"...\" may stand there too, and is checked. A line that is cut, doubled, missing, or no number is "
          + "refused by name (exit 3), and nothing is scored.",
        "The file of genbench run --predictions is read as it is, and says whose questions it answers; its rows of other "
          + "splits and stages are passed over. CSV has the same columns, and a line of their names.",
        "A verdict holds the unfavourable end of the 95 % interval across replicates against the threshold, and against "
          + "every trivial predictor. One replicate has no interval, and fails.",
      ],
      examples: [
        "swift run genbench score graphs/on-path-any-target answers.jsonl --seed 7",
        "swift run genbench score graphs/on-path-any-target answers.jsonl --seed 7 --count 1000 \\\n"
          + "    --metric squared-error --at-most 0.25 --slice n=8...15",
        "swift run genbench score graphs/on-path-small-target answers.jsonl --seed 7 --count 1000 \\\n"
          + "    --trained graphs/train:50000:1 --claim ShortestPaths/onPathSmallTarget",
        "swift run genbench score mazes/wilson one.jsonl two.jsonl --seed 7 \\\n"
          + "    --format json --per-example rows.csv",
      ])
  }

  private static var metrics: String {
    Splits.suite.samples.map { examples in
      "of \(examples.family) \(examples.metrics.map(\.optionName).joined(separator: ", "))"
    }.joined(separator: "; ")
  }

  /// Test names have no spaces.
  private static var claims: [String] { Experiment.all(.standard).flatMap { $0.claims.compactMap(\.testName) } }
}
