import Data
import Judging
import Reports
import Results
import Training

/// The paper's own network, on a schedule that two cores can afford.
extension ResultsDocument {
  static func shortestPathsAtPublishedSize(_ findings: Findings) throws -> Section {
    let experiment = Experiment.shortestPathsOnPath(.paper)
    return Section(
      "The published network",
      [
        .text(
          """
          Profile `paper` trains the paper's own network: 550,433 parameters, eleven blocks, norms behind them, the two
          ends of an edge side by side. What differs is the schedule: batches of 64 instead of 32,768, Adam at 5e-4 as in
          the paper, warmed up over 1,000 steps and annealed to zero by a cosine, gradients clipped at length 1. It is
          one replicate, about an hour of one core: what it scored is recorded, and there is no interval to judge. The first
          table says from when on the mean error over a hundredth of the run, 80,000 examples, stayed below a level; the
          paper's is the first time that a mean over a million examples was. Fine-tuning is 204,800 examples in batches of
          128 at a rate of 1e-4, annealed, where the paper has 3,276,800 at 1e-5.
          """),
        try findings.measured("examples to a training error", of: experiment) { [$0.pace(at: publishedPace)] },
        try findings.measured("the paper's splits at its size", of: experiment) {
          [$0.comparison(with: publishedLosses + hiddenLosses)]
        },
      ])
  }

  /// After how many batches of 32,768 the paper's training error, a mean of 32 of its 9,600 batches, had fallen below a
  /// level. The last is where it ended, at 0.0016 to 0.0020.
  private static let publishedPace: [(level: Double, steps: Int)] = [
    (20, 104), (10, 184), (5, 259), (2, 436), (1, 947), (0.5, 1_726), (0.1, 2_891), (0.01, 6_346), (0.002, 9_600),
  ]
}

extension TrainedExperiment {
  /// A row a level: after how many examples the training error had fallen below it, there and here.
  fileprivate func pace(at published: [(level: Double, steps: Int)]) -> DocumentPart {
    let recipe = experiment.stages[0].recipe
    // A hundredth of the run: misses are rare and large, and a shorter mean falls between two of them.
    let error = SmoothedLoss(runs[0].stages[0].losses, window: recipe.steps / 100)
    let rows = published.map { level, steps in
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
