import Judging
import Reports
import Training

extension ClaimReport {
  /// All that is kept of a judged claim.
  ///
  /// - Parameter learned: what its metric is on the split that its stage learned from; nil where that is not asked.
  init(_ judged: JudgedClaim, whereItLearned learned: [SeedScore]?) {
    let sides = Sides(judged, whereItLearned: learned)
    self.init(
      row: judged.row,
      scores: judged.judgement.scores.map(ReplicateScore.init),
      baselineScores: judged.baseline.accepted?.scores.map(ReplicateScore.init) ?? [],
      sides: sides.list, gap: sides.gap,
      slices: judged.judgement.slices.map { SliceReport($0.slice, judged) },
      losses: judged.losses, answers: judged.answerMap,
      curves: (judged.lossCurve.map { [$0] } ?? []) + judged.scoreCurves,
      failures: judged.failures(), place: judged.place)
  }
}

extension ReplicateScore {
  fileprivate init(_ score: SeedScore) { self.init(seed: score.seed, score: score.score) }
}

extension SliceReport {
  fileprivate init(_ slice: Slice, _ judged: JudgedClaim) {
    let scores = judged.answers.map { judged.claim.metric.score(of: $0, slice) }
    self.init(
      slice.name, count: judged.answers.reduce(0) { $0 + $1.evaluation.rows(in: slice).count },
      scores: scores.map(ReplicateScore.init), estimate: Estimate(scores.interval))
  }
}

extension Estimate {
  /// An interval across replicates in the reports' words; of one replicate there is none.
  package init(_ interval: Judging.Interval) {
    self.init(
      mean: interval.estimate,
      interval: interval.count == 1 ? nil : Reports.Interval(interval.lower, interval.upper),
      seeds: max(1, interval.count))
  }
}

/// The claim's metric where the model learned, and where the claim asks.
private struct Sides {
  let list: [Side]
  let gap: Estimate?

  init(_ judged: JudgedClaim, whereItLearned learnedScores: [SeedScore]?) {
    let (experiment, claim) = (judged.experiment, judged.claim)
    guard !claim.metric.isReading else {
      (list, gap) = ([], nil)
      return
    }
    let judgedHere = judged.judgement.scores
    let learned = experiment.plan.stage(named: claim.stage).examples
    let shifted = Side("shifted: \(claim.subject)", Estimate(judgedHere.interval))
    let isShifted = learned.name != claim.split || !claim.slice.conditions.isEmpty
    guard isShifted, let learnedScores else {
      list = [isShifted ? shifted : Side("in distribution: \(claim.subject)", Estimate(judgedHere.interval))]
      gap = nil
      return
    }
    list = [Side("in distribution: \(learned.name)", Estimate(learnedScores.interval)), shifted]
    gap = Estimate(PairedComparison(base: learnedScores, head: judgedHere).interval)
  }
}
