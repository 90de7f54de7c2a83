import Training

extension Verdict {
  /// Holds the interval's bound, never its mean, against the requirement and the floors.
  ///
  /// What cannot be judged fails: a missing replicate, an empty slice, a score that is not finite.
  package init(
    judging claim: Claim, replicates: Int, scores: [SeedScore], emptySeeds: [Int], trivialScores: [TrivialScore],
    diverged: [RunDiverged] = []
  ) {
    var reasons: [FailureReason] = []
    if scores.count < replicates { reasons.append(.tooFewReplicates(found: scores.count, declared: replicates)) }
    let choosers = claim.provenance.choosers(among: scores.map(\.seed))
    if !choosers.isEmpty { reasons.append(.choseTheirThreshold(choosers)) }
    reasons += diverged.map { .diverged(seed: $0.replicate, "stage \($0.stage): \($0.problem)") }
    reasons += emptySeeds.map { .emptySlice(seed: $0) }
    reasons += scores.filter { !$0.score.isFinite && !emptySeeds.contains($0.seed) }.map { .notFinite(seed: $0.seed) }
    let interval = scores.interval
    if !interval.isUndefined {
      reasons +=
        claim.isControl
        ? Self.controlReasons(claim, interval, scores) : Self.claimReasons(claim, interval, trivialScores)
    }
    self.init(reasons)
  }

  private static func claimReasons(
    _ claim: Claim, _ interval: Interval, _ trivialScores: [TrivialScore]
  ) -> [FailureReason] {
    let bound = claim.unfavourableBound(of: interval)
    var reasons: [FailureReason] = []
    if !claim.requirement.isMet(by: bound) { reasons.append(.missedRequirement(bound: bound, claim.requirement)) }
    reasons += trivialScores.filter { !claim.isBeaten($0, by: bound) }.map { .notAboveFloor(bound: bound, $0) }
    return reasons
  }

  /// How many replicates must miss the requirement, all of them, to show without any assumption that most would: had half
  /// of all runs met it, five misses in a row had probability 1/32.
  private static let missesThatSuffice = 5

  /// A control misses if its interval does, or if every one of enough replicates does on the same side. What fails badly fails unevenly:
  /// one very bad run widens a symmetric interval towards the good side, where no run was.
  private static func controlReasons(
    _ claim: Claim, _ interval: Interval, _ scores: [SeedScore]
  ) -> [FailureReason] {
    let everyOneMisses = claim.requirement.isMissedOnOneSide(by: scores.map(\.score))
    if everyOneMisses && scores.count >= missesThatSuffice { return [] }
    let unfavourable = claim.unfavourableBound(of: interval)
    let favourable = claim.favourableBound(of: interval)
    if claim.requirement.isMet(by: unfavourable) {
      return [.controlMetRequirement(bound: unfavourable, claim.requirement)]
    }
    return claim.requirement.isMet(by: favourable)
      ? [.controlInconclusive(bound: favourable, claim.requirement)] : []
  }
}
