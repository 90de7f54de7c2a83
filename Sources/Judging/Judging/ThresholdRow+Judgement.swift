import Reports

extension ThresholdRow {
  /// A judgement in the table's words.
  init(
    of judgement: Judgement, in experiment: Experiment, _ comparison: BaselineComparison, leak: Leak?,
    companions: [Score], isBaselineDue: Bool = false
  ) {
    let claim = judgement.claim
    let mend = Baseline.mend(experiment.id, in: Baseline.folder(experiment.profile))
    let failures =
      judgement.reasons + claim.gateReasons(comparison, leak, dueBaseline: isBaselineDue ? mend : nil)
      + (experiment.isTrainedElsewhere && claim.needsUnseen ? [.unknownTraining] : [])
    let mark = Mark(judgement, comparison, isFailing: !failures.isEmpty)
    var reasons = failures.map(\.description) + [experiment.note(onChoosersOf: claim)].compactMap(\.self)
    if mark == .improved {
      reasons.append("better than its baseline beyond noise and the smallest effect")
      // On a line of its own, so that it can be copied.
      reasons.append("to guard the gain: \(mend)")
    }
    let worst = judgement.worstSlice
    self.init(
      mark: mark,
      experiment: experiment.id,
      subject: claim.subject,
      metric: claim.metric.printedName,
      scale: claim.metric.scale,
      estimate: Estimate(
        mean: judgement.interval.estimate,
        interval: Reports.Interval(judgement.interval.lower, judgement.interval.upper),
        seeds: max(1, judgement.scores.count)),
      requirement: claim.isControl ? .mustFail(claim.requirement.bound) : .required(claim.requirement.bound),
      baseline: comparison.accepted?.interval.estimate,
      change: Change(comparison),
      leakShare: leak?.judged,
      repeats: leak.map(Repeats.init),
      trivialPredictors: judgement.trivialScores.map { Score($0.predictor.label, $0.score) },
      slices: judgement.slices.map { Score($0.slice.name, $0.interval.estimate) },
      worstSlice: worst.map { Score($0.slice.name, $0.interval.estimate) },
      companions: companions,
      reasons: reasons,
      rerun: experiment.rerunCommand(claim))
  }
}

extension Claim {
  /// Whether it holds only of examples that training did not show.
  fileprivate var needsUnseen: Bool { !isControl && leakLimit.map { $0.judged < 1 } ?? false }

  /// What fails beside the verdict: leaks, and being worse than before. Not for controls, which have no better or worse,
  /// and which a leak can only turn red.
  fileprivate func gateReasons(
    _ comparison: BaselineComparison, _ leak: Leak?, dueBaseline mend: String?
  ) -> [FailureReason] {
    var reasons: [FailureReason] = []
    if !isControl, let leak, let leakLimit { reasons += leak.excesses(over: leakLimit) }
    if !isControl, requirement.hasDirection, comparison.isWorse(metric) { reasons.append(.regressed) }
    if let mend, comparison == .none { reasons.append(.noBaseline(mend: mend)) }
    return reasons
  }
}

extension Requirement {
  package var bound: Reports.Requirement.Bound {
    switch self {
    case .atMost(let threshold): .atMost(threshold)
    case .atLeast(let threshold): .atLeast(threshold)
    case .between(let range): .between(range)
    }
  }
}

extension Repeats {
  init(_ leak: Leak) {
    self.init(
      asked: leak.asked, byChance: leak.byChance,
      sizes: leak.sizes.map { Size($0.name, asked: $0.asked, byChance: $0.byChance) })
  }
}

extension Change {
  /// Nil where nothing was compared.
  init?(_ comparison: BaselineComparison) {
    guard case .paired(_, let paired, let gate) = comparison else { return nil }
    self.init(paired, detectable: gate.detectable)
  }

  /// Nil where nothing was paired.
  ///
  /// - Parameter detectable: nil for that of a paired test which is made once.
  package init?(_ paired: PairedComparison, detectable: Double? = nil) {
    guard !paired.differences.isEmpty else { return nil }
    self.init(
      mean: paired.interval.estimate, interval: Reports.Interval(paired.interval.lower, paired.interval.upper),
      probability: paired.signFlipPValue, detectable: detectable ?? paired.minimumDetectableEffect)
  }
}

extension Mark {
  init(_ judgement: Judgement, _ comparison: BaselineComparison, isFailing: Bool) {
    let claim = judgement.claim
    if isFailing {
      let passedBefore = comparison.accepted.map { accepted in
        Verdict(judging: claim, accepted: accepted, replicates: accepted.scores.count).isPassed
      }
      self = passedBefore == true ? .newlyFailing : .failed
      return
    }
    self =
      switch comparison {
      case .none: .passed
      case .sameBits: .sameBits
      case .notComparable: .notComparable
      case .paired:
        !claim.isControl && claim.requirement.hasDirection && comparison.isBetter(claim.metric)
          ? .improved : .withinNoise
      }
  }
}
