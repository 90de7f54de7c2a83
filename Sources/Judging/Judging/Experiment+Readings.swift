import Instruments
import Reports
import Training

extension Experiment {
  /// Judges a claim about what an instrument read: of examples there are none, so nothing can have leaked, and there are no
  /// slices.
  func judge(
    _ claim: Claim, by runs: [Run], fingerprints: @autoclosure () -> [Baseline.RunFingerprint], readings: [[Reading]],
    baseline: Baseline?, diverged: [RunDiverged], isBaselineDue: Bool
  ) -> JudgedClaim {
    precondition(runs.count == readings.count, "\(runs.count) runs need as many readings, not \(readings.count).")
    let answers = zip(runs, readings).map { run, readings in
      Replicate(
        seed: run.replicate,
        evaluation: Evaluation(
          split: claim.split, truths: [0], predictions: [Float(claim.score(readings))], attributes: []))
    }
    let judgement = Judgement(
      of: claim, replicates: plan.replicates - sittingOut(claim).count, answers: answers,
      against: claim.floor.map { [$0] } ?? [], reporting: [],
      diverged: diverged)
    let comparison = BaselineComparison(
      judgement, runs: fingerprints(), datasets: datasetFingerprints, baseline: baseline)
    let row = ThresholdRow(
      of: judgement, in: self, comparison, leak: nil, companions: [], isBaselineDue: isBaselineDue)
    return JudgedClaim(
      experiment: self, judgement: judgement, answers: answers, baseline: comparison, leak: nil, row: row, runs: runs)
  }
}

extension Claim {
  /// The number it is about.
  func score(_ readings: [Reading]) -> Double {
    guard let reading = readings.first(where: { $0.name == subject }) else {
      preconditionFailure("\(split) reads no \(subject), only \(readings.map(\.name).joined(separator: ", ")).")
    }
    // As an answer is kept, so that a baseline holds what is judged.
    return Double(Float(reading.value))
  }
}
