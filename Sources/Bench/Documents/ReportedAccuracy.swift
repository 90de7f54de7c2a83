import Data
import Judging
import Reports
import Results
import Training

/// What the paper has of one failure rate and depth, after 4,000 steps, where depth 3 had not converged; empty
/// where it has nothing.
struct ReportedAccuracy {
  let failureRate: Double
  let depth: Int
  let targets, teacher: String

  static let all = [
    ReportedAccuracy(failureRate: 0, depth: 2, targets: "100 %", teacher: "99.97 %"),
    ReportedAccuracy(failureRate: 0, depth: 3, targets: "100 %", teacher: ""),
    ReportedAccuracy(failureRate: 0.01, depth: 2, targets: "99.27 %", teacher: "99.72 %"),
    ReportedAccuracy(failureRate: 0.01, depth: 3, targets: "98.52 %", teacher: "97.03 %"),
    ReportedAccuracy(failureRate: 0.1, depth: 2, targets: "92.31 %", teacher: "94.50 %"),
    ReportedAccuracy(failureRate: 0.1, depth: 3, targets: "82.02 %", teacher: "74.28 %"),
    ReportedAccuracy(failureRate: 0.3, depth: 2, targets: "75.83 %", teacher: "78.47 %"),
    ReportedAccuracy(failureRate: 0.3, depth: 3, targets: "51.33 %", teacher: "37.76 %"),
    ReportedAccuracy(failureRate: 1, depth: 2, targets: "", teacher: "20 %"),
    ReportedAccuracy(failureRate: 1, depth: 3, targets: "", teacher: ""),
  ]

  /// All of them beside ours, under the paper's names.
  /// - Parameter trained: an experiment for each failure rate, in their order.
  static func table(_ trained: [TrainedExperiment]) -> DocumentPart {
    let rows = all.enumerated().map { place, reported in reported.row(trained[place / 2]) }
    return .table(
      DocumentTable(
        columns: [
          .numbers("p"), .numbers("d"), .numbers("Report's theory"), .numbers("Theory, from q"),
          .numbers("Report's accuracy_on/d/targets"), .numbers("accuracy_on/d/targets"), .numbers("Less theory"),
          .numbers("Report's accuracy_on/d/teacher"), .numbers("accuracy_on/d/teacher, sampled"),
          .numbers("accuracy_on/d/teacher, greedy"), .numbers("X, sampled"), .numbers("X, greedy"),
        ], rows: rows))
  }

  private func row(_ trained: TrainedExperiment) -> [String] {
    let theory = AmplificationTheory(elementCount: 4, failureRate: failureRate)
    let expected = depth == 2 ? theory.targetAccuracy(subanswerAccuracy: 1) : theory.reportedDepth3Accuracy
    let evaluations = trained.answers(
      to: Examples.amplification(.tiny, .theory(failureRate: failureRate)).name, after: "train"
    ).map(\.evaluation)
    func mean(as scale: Scale = .share, _ value: (Evaluation) -> Float) -> String {
      let scores = evaluations.enumerated().map { SeedScore(seed: $0, score: Double(value($1))) }
      return Estimate(scores.interval).bareText(as: scale)
    }
    func share(_ measure: AmplificationMeasure, _ metric: Metric) -> String {
      trained.estimate(
        metric, Examples.amplification(.tiny, measure).name, .of("depth", depth...depth), after: "train"
      ).bareText(as: .share)
    }
    return [
      NumberText.percent(failureRate), "\(depth)", NumberText.percent(expected), mean { $0.truths[depth - 2] },
      targets, mean { $0.predictions[depth - 2] },
      mean(as: .number) { $0.predictions[depth - 2] - $0.truths[depth - 2] }, teacher,
      share(.average, .sampledAccuracy),
      share(.average, .greedyAccuracy), share(.learner, .sampledAccuracy), share(.learner, .greedyAccuracy),
    ]
  }
}
