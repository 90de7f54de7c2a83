import Instruments
import Reports
import Training

extension Experiment {
  /// Judges a claim about what an instrument read: of examples there are none, so nothing can have leaked, and there are no
  /// slices.
  func judge(
    _ claim: Claim, by runs: [Run], readings: [[Reading]], baseline: Baseline?, diverged: [RunDiverged],
    isBaselineDue: Bool
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
    let comparison = BaselineComparison(judgement, runs: runs, datasets: datasetFingerprints, baseline: baseline)
    let row = ThresholdRow(
      of: judgement, in: self, comparison, leak: nil, companions: [], isBaselineDue: isBaselineDue)
    return JudgedClaim(
      experiment: self, judgement: judgement, answers: answers, baseline: comparison, leak: nil, row: row, runs: runs)
  }
}

extension Claim {
  /// A claim about a number that an instrument reads, by its name.
  ///
  /// - Parameters:
  ///   - quantity: what the number is, as a table's column says it.
  ///   - floor: what would be read where there is nothing to be found.
  package static func reading(
    _ name: String, of quantity: String, in experiment: String, stage: String, _ requirement: Requirement,
    isControl: Bool = false, floor: TrivialPredictor? = nil, test: String?, provenance: Provenance,
    smallestEffect: Double? = nil
  ) -> Claim {
    var lowerIsBetter = false
    if case .atMost = requirement { lowerIsBetter = true }
    return Claim(
      subject: name, stage: stage, split: experiment, slice: .everything,
      metric: Metric(quantity, .reading(lowerIsBetter: lowerIsBetter)), requirement: requirement,
      isControl: isControl, testName: test, provenance: provenance, smallestEffect: smallestEffect, floor: floor)
  }

  /// The number it is about.
  func score(_ readings: [Reading]) -> Double {
    guard let reading = readings.first(where: { $0.name == subject }) else {
      preconditionFailure("\(split) reads no \(subject), only \(readings.map(\.name).joined(separator: ", ")).")
    }
    // As an answer is kept, so that a baseline holds what is judged.
    return Double(Float(reading.value))
  }
}
