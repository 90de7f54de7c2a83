import Judging
import Reports
import Storage

extension Scoring {
  /// For a program that reads it: every metric on every slice and replicate, the trivial predictors, and the verdict and the
  /// comparison where there are any.
  package func json(_ claim: ScoredClaim?, _ comparison: ScoredComparison?) -> JSONValue {
    var members: [String: JSONValue] = [
      "split": .string(examples.name), "examples": .integer(answers[0].evaluation.count),
      "seeds": .array(answers.map { .integer($0.seed) }),
      "scores": .array(slices.flatMap { slice in examples.metrics.map { score($0, on: slice) } }),
      "trivial": .array(examples.metrics.flatMap(trivial)),
    ]
    if let claim { members["verdict"] = claim.json }
    if let comparison { members["comparison"] = comparison.json }
    return .object(members)
  }

  private func score(_ metric: Metric, on slice: Slice) -> JSONValue {
    let scores = answers.map { metric.score(of: $0, slice) }
    return .object(
      [
        "slice": .string(slice.name), "metric": .string(metric.optionName),
        "examples": .integer(answers.reduce(0) { $0 + $1.evaluation.rows(in: slice).count }),
        "scores": .array(scores.map { JSONValue(number: $0.score) }),
      ].merging(scores.interval.members) { $1 })
  }

  private func trivial(_ metric: Metric) -> [JSONValue] {
    examples.trivialPredictors(for: metric).map { predictor in
      [
        "predictor": .string(predictor.label), "metric": .string(metric.optionName),
        "score": JSONValue(number: trivialScore(predictor.label, metric)),
      ]
    }
  }
}

extension Judging.Interval {
  /// Of one replicate the ends are null.
  fileprivate var members: [String: JSONValue] {
    ["mean": JSONValue(number: estimate), "lower": JSONValue(number: lower), "upper": JSONValue(number: upper)]
  }
}

extension ScoredClaim {
  fileprivate var json: JSONValue {
    let claim = judgement.claim
    return .object(
      [
        "name": .string(row.experiment), "subject": .string(row.subject), "metric": .string(claim.metric.optionName),
        "required": .string("\(claim.requirement)"), "passed": .bool(isPassed),
        "reasons": .array(row.reasons.map { .string($0) }),
      ].merging(judgement.interval.members) { $1 })
  }

  /// As a CI server reads it.
  package var junit: String {
    let report = ClaimReport(row: row, scores: judgement.scores.map { ReplicateScore(seed: $0.seed, score: $0.score) })
    let provenance = Provenance(profile: "score", sourceHash: "", toolchain: "", date: "", experiments: [])
    return RunReport(provenance: provenance, claims: [report]).junit
  }
}
