import Reports

extension ThresholdRow {
  /// A judgement in the table's words.
  init(
    of judgement: Judgement, in experiment: Experiment, _ comparison: BaselineComparison, leakShare: Double?,
    companions: [Score]
  ) {
    let claim = judgement.claim
    var reasons = judgement.reasons.map(\.description)
    if !claim.isControl, comparison.isWorse(claim.metric) {
      reasons.append("worse than its baseline beyond the noise of paired seeds")
    }
    let worst = judgement.worstSlice
    self.init(
      mark: Mark(judgement, comparison, isFailing: !reasons.isEmpty),
      experiment: experiment.id,
      subject: claim.subject,
      metric: claim.metric.printedName,
      estimate: Estimate(
        mean: judgement.interval.estimate,
        interval: Reports::Interval(judgement.interval.lower, judgement.interval.upper),
        seeds: max(1, judgement.scores.count)),
      requirement: claim.isControl ? .mustFail(claim.requirement.bound) : .required(claim.requirement.bound),
      baseline: comparison.accepted?.interval.estimate,
      change: Change(comparison),
      leakShare: leakShare,
      trivialPredictors: judgement.trivialScores.map { Score($0.predictor.label, $0.score) },
      slices: judgement.slices.map { Score($0.slice.name, $0.interval.estimate) },
      worstSlice: worst.map { Score($0.slice.name, $0.interval.estimate) },
      companions: companions,
      reasons: reasons,
      rerun: claim.rerunCommand)
  }
}

extension Requirement {
  var bound: Reports::Requirement.Bound {
    switch self {
    case .atMost(let threshold): .atMost(threshold)
    case .atLeast(let threshold): .atLeast(threshold)
    }
  }
}

extension Change {
  /// Nil where nothing was compared, or nothing differs.
  init?(_ comparison: BaselineComparison) {
    guard case .paired(_, let paired) = comparison, !paired.differences.isEmpty else { return nil }
    self.init(
      mean: paired.interval.estimate, interval: Reports::Interval(paired.interval.lower, paired.interval.upper),
      probability: paired.signFlipPValue, detectable: paired.minimumDetectableEffect)
  }
}

extension Mark {
  init(_ judgement: Judgement, _ comparison: BaselineComparison, isFailing: Bool) {
    let claim = judgement.claim
    if isFailing {
      let passedBefore = comparison.accepted.map { accepted in
        Verdict(
          judging: claim, replicates: accepted.scores.count, scores: accepted.scores, emptySeeds: [],
          trivialScores: []
        ).isPassed
      }
      self = passedBefore == true ? .newlyFailing : .failed
      return
    }
    self =
      switch comparison {
      case .none: .passed
      case .sameBits: .sameBits
      case .notComparable: .notComparable
      case .paired: comparison.isBetter(claim.metric) ? .improved : .withinNoise
      }
  }
}
