import Judging

extension Metric {
  /// The mean probability of the right answer: how often answers that are drawn are right.
  package static let sampledAccuracy = Metric("sampled accuracy", .probability)
  /// The share of questions whose likeliest answer is the right one.
  package static let greedyAccuracy = Metric("greedy accuracy", .column("greedy", best: 1))
}
