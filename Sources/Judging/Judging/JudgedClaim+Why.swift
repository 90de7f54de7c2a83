extension JudgedClaim {
  /// For people who ask why: where the threshold comes from, what so few replicates cannot show, and how large a regression
  /// must be to be found.
  package var explanations: [String] {
    [claim.origin] + (claim.definition.map { ["a control by definition: \($0)"] } ?? [])
      + [unseen, regression].compactMap(\.self)
  }

  /// What may be true of replicates that were not trained; nil where none was.
  private var unseen: String? {
    let scores = judgement.scores.filter(\.score.isFinite)
    guard !scores.isEmpty else { return nil }
    let met = scores.count { claim.requirement.isMet(by: $0.score) }
    let exceptions = UnseenShare(seen: claim.isControl ? met : scores.count - met, of: scores.count)
    let share = brief((exceptions.upper * 100).rounded())
    return
      "replicates: \(met) of \(scores.count) meet it; up to \(share) % of all may\(claim.isControl ? "" : " not") (95 %)"
  }

  /// Nil where nothing is compared: of a control, or where there is no better and worse.
  private var regression: String? {
    guard !claim.isControl, claim.requirement.hasDirection, judgement.scores.count > 1 else { return nil }
    let accepted = baseline.accepted?.scores ?? judgement.scores
    let gate = RegressionGate(
      accepted: accepted.values, new: judgement.scores.values, smallestEffect: claim.smallestEffect)
    return
      "regression: found from \(brief(gate.detectable)) on with probability 0.8, and \(brief(claim.smallestEffect)) is none; "
      + "the margin is \(brief(claim.margin(of: accepted.interval.estimate)))"
  }
}
