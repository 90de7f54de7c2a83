import Data
import Judging
import Storage

/// What scored predictions are held against.
package struct ScoreGate: Sendable, Hashable {
  /// As the table names it: an experiment, or the split.
  package let name: String
  package let claim: Claim
  /// How many replicates are due; nil: as many as there are.
  package let replicates: Int?

  /// A claim of one of these experiments, by `EXPERIMENT/SUBJECT` or by its test.
  package static func claim(named name: String, of experiments: [Experiment]) throws(UnknownName) -> ScoreGate {
    let gates = experiments.flatMap { experiment in
      // What an instrument reads is of a network that was trained here, and no answer.
      experiment.claims.filter { !$0.metric.isReading }.map { claim in
        (
          names: ["\(experiment.id)/\(claim.subject)"] + (claim.testName.map { [$0] } ?? []),
          gate: ScoreGate(name: experiment.id, claim: claim, replicates: experiment.replicates)
        )
      }
    }
    guard let found = gates.first(where: { $0.names.contains(name) }) else {
      throw UnknownName(kind: "claim", asked: name, known: gates.flatMap(\.names))
    }
    return found.gate
  }

  /// A threshold that was typed.
  package static func threshold(
    _ requirement: Requirement, _ metric: Metric, on slice: Slice, of split: String, replicates: Int?
  ) throws(SettingProblem) -> ScoreGate {
    guard requirement.fits(metric) else {
      let (option, other) = metric.lowerIsBetter ? ("--at-least", "--at-most") : ("--at-most", "--at-least")
      throw SettingProblem(
        name: option, value: requirement.thresholds.map { String($0) }.joined(separator: " "),
        mend: "Of \(metric.printedName) \(metric.lowerIsBetter ? "less" : "more") is better: give \(other).")
    }
    let claim = Claim(
      subject: slice.name, stage: "given", split: split, slice: slice, metric: metric, requirement: requirement,
      isControl: false, testName: nil, provenance: .goal("Typed after genbench score."), smallestEffect: .infinity)
    return ScoreGate(name: split, claim: claim, replicates: replicates)
  }
}
