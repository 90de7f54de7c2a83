import Learning
import Seeds

/// One replicate of one experiment, finished: what each stage learned, and what the model answered after it.
package struct Run: Sendable, Hashable {
  package struct StageOutcome: Sendable, Hashable {
    package var name: String
    /// The weights the stage ended with.
    package var parameters: [Float]
    /// What its batch norms measured; empty without any.
    package var statistics: [Float] = []
    /// What H' asked with at the end, where an overseer learned beside it; empty elsewhere.
    package var asker = ModelValues(parameters: [])
    /// The mean loss of every step.
    package var losses: [Float]
    /// By question of the experiment: the predictions for its examples, in order.
    package var predictions: [[Float]]
    /// What it answered on the way, ascending; empty where nothing was watched.
    package var milestones: [Milestone] = []
    /// Wall-clock training time; the only number here that is not the same every time.
    package var seconds: Double
  }

  package var replicate: Int
  package var stages: [StageOutcome]

  package func stage(named name: String) -> StageOutcome {
    guard let stage = stages.first(where: { $0.name == name }) else {
      preconditionFailure("The run has no stage \(name), only \(stages.map(\.name).joined(separator: ", ")).")
    }
    return stage
  }

  /// Weights, loss traces and answers, hashed: equal where and only where two runs came out the same, to the bit. H' has no
  /// place among them, so that fingerprints that were recorded before it was kept still hold: what it asks reaches the
  /// learner tick after tick, and what its last step changed reaches nothing.
  package var fingerprint: String {
    var fingerprint = Fingerprint()
    for stage in stages {
      fingerprint.absorb(stage.name)
      let statistics = stage.statistics.isEmpty ? [] : [stage.statistics]
      for values in [stage.parameters] + statistics + [stage.losses] + stage.predictions {
        fingerprint.absorb(values)
      }
      fingerprint.absorb(stage.milestones)
    }
    return fingerprint.hexadecimal
  }
}
