import Judging

/// How an experiment's claims stand by the scores that were accepted of it.
package enum StudyStanding: Hashable, Sendable {
  case claimsNothing
  /// Of some claim nothing was accepted yet.
  case notRecorded
  case holds
  /// These claims do not hold, or these controls do not miss.
  case fails([String])

  package init(of experiment: Experiment, by baseline: Baseline?) {
    guard !experiment.claims.isEmpty else {
      self = .claimsNothing
      return
    }
    var failed: [String] = []
    for claim in experiment.claims {
      guard let accepted = baseline?.scores(of: claim.subject) else {
        self = .notRecorded
        return
      }
      let verdict = Verdict(judging: claim, accepted: accepted, replicates: experiment.replicates)
      if !verdict.isPassed { failed.append(claim.subject) }
    }
    self = failed.isEmpty ? .holds : .fails(failed)
  }
}

extension StudyStanding: CustomStringConvertible {
  package var description: String {
    switch self {
    case .claimsNothing: "it claims nothing"
    case .notRecorded: "not recorded yet"
    case .holds: "all of it holds, by its baseline"
    case .fails(let subjects):
      "DOES NOT HOLD, by its baseline: \(subjects.map { "\"\($0)\"" }.joined(separator: ", "))"
    }
  }
}

extension StudyStanding {
  /// Such as `By the accepted baselines, of 47 studies 30 hold, 16 do not and 1 claims nothing.`
  package static func sentence(of studies: [StudyStanding]) -> String {
    let failed = studies.count { if case .fails = $0 { true } else { false } }
    let silent = studies.count { $0 == .claimsNothing }
    let missing = studies.count { $0 == .notRecorded }
    let parts = [
      "\(studies.count { $0 == .holds }) hold", "\(failed) do not",
      silent > 0 ? "\(silent) \(silent == 1 ? "claims" : "claim") nothing" : nil,
      missing > 0 ? "\(missing) \(missing == 1 ? "is" : "are") not recorded" : nil,
    ].compactMap(\.self)
    let list = parts.dropLast().joined(separator: ", ") + " and " + parts[parts.count - 1]
    return "By the accepted baselines, of \(studies.count) studies \(list)."
  }
}
