/// Why a claim failed.
package enum FailureReason: Hashable, Sendable {
  /// Fewer replicates than declared: a diverged or missing run is not left out of the mean silently.
  case tooFewReplicates(found: Int, declared: Int)
  /// No example of this seed's split is in the slice.
  case emptySlice(seed: Int)
  /// This seed's score is NaN or infinite.
  case notFinite(seed: Int)
  /// The interval's unfavourable bound misses the requirement.
  case missedRequirement(bound: Double, Requirement)
  /// The interval's unfavourable bound is no better than a predictor that learned nothing.
  case notAboveFloor(bound: Double, TrivialScore)
  /// A control met the requirement even with its unfavourable bound.
  case controlMetRequirement(bound: Double, Requirement)
  /// A control may have met the requirement: its favourable bound does.
  case controlInconclusive(bound: Double, Requirement)
}

extension FailureReason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tooFewReplicates(let found, let declared): "\(found) of the \(declared) declared replicates are there"
    case .emptySlice(let seed): "no example of seed \(seed) is in the slice"
    case .notFinite(let seed): "the score of seed \(seed) is not a finite number"
    case .missedRequirement(let bound, let requirement): "the bound \(brief(bound)) is not \(requirement)"
    case .notAboveFloor(let bound, let trivial):
      "the bound \(brief(bound)) does not beat the trivial predictor \"\(trivial.predictor.label)\" "
        + "(\(brief(trivial.score)))"
    case .controlMetRequirement(let bound, let requirement):
      "a control that must miss the requirement meets it: its bound \(brief(bound)) is \(requirement)"
    case .controlInconclusive(let bound, let requirement):
      "a control that must miss the requirement may meet it: its bound \(brief(bound)) is \(requirement)"
    }
  }
}
