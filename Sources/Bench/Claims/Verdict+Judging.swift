extension Verdict {
  /// Holds the interval's bound, never its mean, against the requirement and the floors.
  ///
  /// What cannot be judged fails: a missing replicate, an empty slice, a score that is not finite.
  init(
    judging claim: Claim, replicates: Int, scores: [SeedScore], emptySeeds: [Int], trivialScores: [TrivialScore]
  ) {
    var reasons: [FailureReason] = []
    if scores.count < replicates { reasons.append(.tooFewReplicates(found: scores.count, declared: replicates)) }
    reasons += emptySeeds.map { .emptySlice(seed: $0) }
    reasons += scores.filter { !$0.score.isFinite && !emptySeeds.contains($0.seed) }.map { .notFinite(seed: $0.seed) }
    let interval = scores.interval
    if !interval.isUndefined {
      reasons +=
        claim.isControl ? Self.controlReasons(claim, interval) : Self.claimReasons(claim, interval, trivialScores)
    }
    self.init(reasons)
  }

  private static func claimReasons(
    _ claim: Claim, _ interval: Interval, _ trivialScores: [TrivialScore]
  ) -> [FailureReason] {
    let bound = claim.unfavourableBound(of: interval)
    var reasons: [FailureReason] = []
    if !claim.requirement.isMet(by: bound) { reasons.append(.missedRequirement(bound: bound, claim.requirement)) }
    reasons += trivialScores.filter { !claim.metric.isBetter(bound, than: $0.score) }
      .map { .notAboveFloor(bound: bound, $0) }
    return reasons
  }

  private static func controlReasons(_ claim: Claim, _ interval: Interval) -> [FailureReason] {
    let unfavourable = claim.unfavourableBound(of: interval)
    let favourable = claim.favourableBound(of: interval)
    if claim.requirement.isMet(by: unfavourable) {
      return [.controlMetRequirement(bound: unfavourable, claim.requirement)]
    }
    return claim.requirement.isMet(by: favourable)
      ? [.controlInconclusive(bound: favourable, claim.requirement)] : []
  }
}
