import Data
import Judging
import Reports
import Results
import Training

/// When each length of path is learned, and how soon the training error falls.
extension TrainedExperiment {
  /// A line a path length, while training went on.
  func lengthCurves() -> DocumentPart {
    let split = GraphSplit.train
    let answers = WatchedAnswers(experiment, split: split.name, upTo: experiment.stages.last!.name, runs)
    let curves = Slice.byPathLength.compactMap { answers?.curve(.squaredError, on: $0) }
    return picture("\(split.localName) lengths", title: "squared error by path length, \(split.localName) split") {
      LineChart(curves).svg(title: $0)
    }
  }

  /// A row a length, of what is learned from: when it is learned, what the error was before, and whether it fell at
  /// once.
  func phases() -> DocumentPart {
    let answers = WatchedAnswers(experiment, split: GraphSplit.train.name, upTo: experiment.stages[0].name, runs)
    let slices = (1...6).map { Slice.of("label", $0...$0) } + [.unreachable]
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

  /// After how many batches of 32,768 the paper's training error, a mean of 32 of its 9,600 batches, had fallen below a
  /// level. The last is where it ended, at 0.0016 to 0.0020.
  private static let publishedPace: [(level: Double, steps: Int)] = [
    (20, 104), (10, 184), (5, 259), (2, 436), (1, 947), (0.5, 1_726), (0.1, 2_891), (0.01, 6_346), (0.002, 9_600),
  ]

  /// A row a level: after how many examples the training error had fallen below it, there and here.
  func pace() -> DocumentPart {
    let recipe = experiment.stages[0].recipe
    // A hundredth of the run: misses are rare and large, and a shorter mean falls between two of them.
    let error = SmoothedLoss(runs[0].stages[0].losses, window: recipe.steps / 100)
    let rows = Self.publishedPace.map { level, steps in
      let below = error.steps(toStayBelow: level)
      let there = steps << 15
      return [
        NumberText.short(level), NumberText.count(there),
        below.map { NumberText.count($0 * recipe.batchSize) } ?? "not reached",
        below.map { NumberText.significant(Double(there) / Double($0 * recipe.batchSize), digits: 2) } ?? "",
      ]
    }
    return .table(
      DocumentTable(
        columns: [
          .words("Training error below"), .numbers("Examples, published"), .numbers("Examples here"),
          .numbers("Times fewer"),
        ], rows: rows))
  }
}
