import Judging
import Reports

/// Scored predictions, judged.
package struct ScoredClaim: Sendable {
  package let judgement: Judgement
  package let row: ThresholdRow

  package var isPassed: Bool { !row.mark.isFailing }

  /// - Parameter rerun: what was typed.
  init(_ judgement: Judgement, _ gate: ScoreGate, leakShare: Double?, rerun: String) {
    let claim = judgement.claim
    var reasons = judgement.reasons.map(\.description)
    if judgement.scores.count == 1, !reasons.isEmpty {
      reasons.append("one replicate has no interval: score several, trained from different seeds")
    }
    self.judgement = judgement
    row = ThresholdRow(
      mark: reasons.isEmpty ? .passed : .failed,
      experiment: gate.name,
      subject: claim.subject,
      metric: claim.metric.printedName,
      scale: claim.metric.scale,
      estimate: Estimate(judgement.interval),
      requirement: claim.isControl ? .mustFail(claim.requirement.bound) : .required(claim.requirement.bound),
      leakShare: leakShare,
      trivialPredictors: judgement.trivialScores.map { Score($0.predictor.label, $0.score) },
      slices: judgement.slices.map { Score($0.slice.name, $0.interval.estimate) },
      worstSlice: judgement.worstSlice.map { Score($0.slice.name, $0.interval.estimate) },
      reasons: reasons, rerun: rerun)
  }
}
