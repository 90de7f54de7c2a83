import Judging
import Training

extension Examples {
  /// By which metrics answers are told where nothing is claimed of them: of numbers how far off they are, of names whether they
  /// are right, of whole sequences what is lacking.
  var plainMetrics: [Metric] {
    switch unanswered(count: 1, seed: ReplicateSeeds(0).looked(at: name)).quantity {
    case "nats": [.reducibleLoss]
    case .some: [.squaredError, .roundedAccuracy]
    case nil: [.exactMatch]
    }
  }
}

extension Metric {
  /// Whether the answers have what it reads.
  func canScore(_ evaluation: Evaluation) -> Bool {
    column.map { name in evaluation.attributes.contains { $0.name == name } } ?? true
  }
}
