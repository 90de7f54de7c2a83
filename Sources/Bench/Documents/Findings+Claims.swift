import Judging
import Reports
import Results

extension Findings {
  /// Every claim of the experiments beside what was accepted of it. It is made of committed baselines, so every clone
  /// has it, and a test compares it with the document.
  ///
  /// - Parameter published: by subject, what the paper reports of the same.
  func claims(of experiments: [Experiment], published: [String: String]) throws -> DocumentTable {
    var columns: [DocumentTable.Column] = [.words("Claim"), .words("Metric"), .numbers("Measured")]
    if !published.isEmpty { columns.append(.numbers("Published")) }
    columns += [.words("Required"), .words("Threshold from"), .words("Verdict")]
    var rows: [[String]] = []
    for experiment in experiments {
      let baseline = try baseline(of: experiment)
      for claim in experiment.claims {
        let scores = baseline?.scores(of: claim.subject)
        var row = ["\(experiment.id): \(claim.subject)", claim.metric.printedName]
        row.append(scores.map { Estimate($0.interval).text(as: claim.metric.scale) } ?? "not recorded")
        if !published.isEmpty { row.append(published[claim.subject] ?? "") }
        row.append((claim.isControl ? "must miss " : "") + claim.requirement.words(as: claim.metric.scale))
        row.append("\(claim.provenance.source)")
        row.append(scores.map { claim.standing($0, of: experiment) } ?? "")
        rows.append(row)
      }
    }
    return DocumentTable(columns: columns, rows: rows)
  }

  /// What was accepted of a claim, for a sentence.
  func value(of claim: Claim, in experiment: Experiment) throws -> String {
    try baseline(of: experiment)?.scores(of: claim.subject)
      .map { Estimate($0.interval).bareText(as: claim.metric.scale) } ?? "not recorded"
  }
}

extension Judging.Requirement {
  /// `at most 0.25`, `at least 95 %`
  fileprivate func words(as scale: Scale) -> String {
    let bounds = thresholds.map { scale == .share ? "\(NumberText.short($0 * 100)) %" : NumberText.short($0) }
    return switch self {
    case .atMost: "at most \(bounds[0])"
    case .atLeast: "at least \(bounds[0])"
    case .between: "between \(bounds[0]) and \(bounds[1])"
    }
  }
}

extension Claim {
  /// How the accepted scores stand to the requirement and to what a predictor scores that learned nothing.
  fileprivate func standing(_ scores: Baseline.ClaimScores, of experiment: Experiment) -> String {
    let verdict = Verdict(judging: self, accepted: scores, replicates: experiment.replicates)
    if isControl {
      return verdict.isPassed ? "misses it, \(definition == nil ? "as it must" : "by definition")" : "does not miss it"
    }
    let floors = verdict.reasons.compactMap { reason in
      if case .notAboveFloor(_, let trivial) = reason { trivial } else { nil }
    }
    guard !floors.isEmpty else { return verdict.isPassed ? "holds" : "does not hold" }
    let named = floors.map {
      "\($0.predictor.label) has \(Estimate(mean: $0.score, interval: nil, seeds: 1).bareText(as: metric.scale))"
    }
    return "does not hold: \(named.joined(separator: ", "))"
  }
}
