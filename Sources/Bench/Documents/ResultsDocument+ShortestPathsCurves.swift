import Data
import Judging
import Reports
import Results
import Training

/// When each length of path is learned.
extension ResultsDocument {
  static func shortestPathsCurves(_ findings: Findings) throws -> Section {
    let experiment = Experiment.shortestPathsOnPath(.standard)
    return Section(
      "While it learns",
      [
        .text(
          """
          While `graphs/on-path` trains, it is asked fifty times for 2,048 examples of what it learns from, and ten times
          more while it is fine-tuned. A path length counts as learned at the first step from which on its squared error
          stays at most 0.25, half a step off. It is learned in a change of phase where the error stood still, within a
          factor of 1.5 and at 1 or more, for at least as long as it then took to fall.
          """),
        try findings.measured("curves of graphs/on-path", of: experiment) { trained in
          [
            trained.lengths(of: GraphSplit.train.name, upTo: "fine-tune", title: "squared error by path length"),
            trained.sides(of: "any-target n=8...15 unseen"),
            .text("By path length on the `train` split, before fine-tuning, over the five replicates:"),
            trained.phases(lengths: 1...6, of: GraphSplit.train.name, upTo: "train"),
          ]
        },
      ])
  }
}

extension TrainedExperiment {
  /// A line a path length, while training went on.
  fileprivate func lengths(of split: String, upTo stage: String, title: String) -> DocumentPart {
    let answers = WatchedAnswers(experiment, split: split, upTo: stage, runs)
    let curves = Slice.byPathLength.compactMap { answers?.curve(.squaredError, on: $0) }
    return picture("\(split) lengths", title: "\(title), \(split) split") { LineChart(curves).svg(title: $0) }
  }

  /// What is learned from beside what is judged.
  fileprivate func sides(of subject: String) -> DocumentPart {
    let curves = judged(subject).sideCurves
    return picture("\(subject) while training", title: "\(subject), while training") {
      LineChart(curves).svg(title: $0)
    }
  }

  /// A row a length: when it is learned, what the error was before, and whether it fell at once.
  fileprivate func phases(lengths: ClosedRange<Int>, of split: String, upTo stage: String) -> DocumentPart {
    let answers = WatchedAnswers(experiment, split: split, upTo: stage, runs)
    let slices = lengths.map { Slice.of("label", $0...$0) } + [.unreachable]
    let rows = slices.compactMap { slice in
      answers?.curve(.squaredError, on: slice).map { [slice.name] + Self.phases($0) }
    }
    return .table(
      DocumentTable(
        columns: [
          .words("Length"), .numbers("Learned"), .numbers("At step, the median"), .numbers("First...last"),
          .numbers("Plateau before"), .numbers("Steps of its fall"), .numbers("Changes of phase"),
        ], rows: rows))
  }

  private static func phases(_ curve: ScoreCurve) -> [String] {
    let all = curve.scores.indices.map {
      Phases(steps: curve.steps, errors: curve.errors(of: $0), rule: .of(curve.metric))
    }
    let learned = all.compactMap(\.learned).sorted()
    let levels = all.compactMap(\.plateau?.level)
    let falls = all.compactMap(\.fall).map { $0.upperBound - $0.lowerBound }.sorted()
    func median(_ steps: [Int]) -> String { steps.isEmpty ? "" : NumberText.count(steps[steps.count / 2]) }
    return [
      "\(learned.count) of \(all.count)", median(learned),
      learned.isEmpty ? "" : "\(NumberText.count(learned[0]))...\(NumberText.count(learned[learned.count - 1]))",
      levels.isEmpty ? "none" : NumberText.significant(levels.mean), median(falls),
      "\(all.count(where: \.isChangeOfPhase)) of \(all.count)",
    ]
  }
}
