/// Why a claim failed.
package enum FailureReason: Hashable, Sendable {
  /// Fewer replicates than declared: a diverged or missing run is not left out of the mean silently.
  case tooFewReplicates(found: Int, declared: Int)
  /// This replicate's training stopped: its loss was no number any more.
  case diverged(seed: Int, String)
  /// No example of this replicate's split is in the slice.
  case emptySlice(seed: Int)
  /// This replicate's score is NaN or infinite.
  case notFinite(seed: Int)
  /// These replicates chose the threshold that they are held against.
  case choseTheirThreshold([Int])
  /// The interval's unfavourable bound misses the requirement.
  case missedRequirement(bound: Double, Requirement)
  /// The interval's unfavourable bound is no better than a predictor that learned nothing.
  case notAboveFloor(bound: Double, TrivialScore)
  /// A control met the requirement even with its unfavourable bound.
  case controlMetRequirement(bound: Double, Requirement)
  /// A control may have met the requirement: its favourable bound does.
  case controlInconclusive(bound: Double, Requirement)
  /// More of the judged examples than declared stood in training.
  case leaked(share: Double, limit: Double)
  /// Questions repeat training oftener than questions drawn afresh do: they were not drawn independently of it.
  case repeatedTraining(share: Double, byChance: Double, limit: Double)
  /// The claim is about examples that training did not show, and nobody knows what these weights were trained on.
  case unknownTraining
  /// Worse than the baseline by more than the smallest effect and noise.
  case regressed
  /// There is nothing to compare with, and there should be; with the command that records it.
  case noBaseline(mend: String)
}

extension FailureReason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tooFewReplicates(let found, let declared): "\(found) of the \(declared) declared replicates are there"
    case .diverged(let seed, let what): "seed \(seed) diverged: \(what)"
    case .emptySlice(let seed): "no example of seed \(seed) is in the slice"
    case .notFinite(let seed): "the score of seed \(seed) is not a finite number"
    case .choseTheirThreshold(let replicates):
      "replicates \(replicates.map(String.init).joined(separator: ", ")) chose the threshold, and may not judge it"
    case .missedRequirement(let bound, let requirement): "the bound \(brief(bound)) is not \(requirement)"
    case .notAboveFloor(let bound, let trivial):
      "the bound \(brief(bound)) does not beat the trivial predictor \"\(trivial.predictor.label)\" "
        + "(\(brief(trivial.score)))"
    case .controlMetRequirement(let bound, let requirement):
      "a control that must miss the requirement meets it: its bound \(brief(bound)) is \(requirement)"
    case .controlInconclusive(let bound, let requirement):
      "a control that must miss the requirement may meet it: its bound \(brief(bound)) is \(requirement)"
    case .leaked(let share, let limit):
      "a leak: training had shown \(percent(share)) of the judged examples, and \(percent(limit)) are allowed"
    case .repeatedTraining(let share, let byChance, let limit):
      "a leak: \(percent(share)) of the questions repeat training, fresh ones \(percent(byChance)): "
        + "more than \(percent(limit)) above chance"
    case .unknownTraining:
      "what these weights were trained on is not known, and the claim is about unseen examples"
    case .regressed: "worse than its baseline beyond noise and the smallest effect"
    case .noBaseline(let mend): "it has no baseline to be compared with; to record one: \(mend)"
    }
  }

  private func percent(_ share: Double) -> String { "\(brief(share * 100)) %" }
}
