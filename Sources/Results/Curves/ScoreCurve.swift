import Judging
import Training

/// How a score moved while training went on: a point a milestone, over all stages that were watched.
package struct ScoreCurve: Sendable, Hashable {
  /// What was scored, such as the slice's name.
  package let name: String
  package let metric: Metric
  /// Examples seen at each milestone, over all stages.
  package let examples: [Int]
  /// Steps done at each milestone, over all stages.
  package let steps: [Int]
  /// By replicate, by milestone.
  package let scores: [[Double]]

  package init(_ name: String, metric: Metric, examples: [Int], steps: [Int], scores: [[Double]]) {
    precondition(
      examples.count == steps.count && scores.allSatisfy { $0.count == steps.count },
      "The curve of \(name) has \(steps.count) milestones, and every replicate a score at each of them.")
    (self.name, self.metric, self.examples) = (name, metric, examples)
    (self.steps, self.scores) = (steps, scores)
  }

  /// The mean over replicates with its interval, by milestone.
  package var means: [Interval] {
    steps.indices.map { milestone in Interval.ofMean(scores.map { $0[milestone] }) }
  }

  /// What falls when a model learns: the score itself where lower is better, else what it lacks of 1.
  package func errors(of replicate: Int) -> [Double] {
    metric.lowerIsBetter ? scores[replicate] : scores[replicate].map { 1 - $0 }
  }
}
