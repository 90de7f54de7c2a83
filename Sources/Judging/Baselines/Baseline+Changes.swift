import Storage

extension Baseline {
  /// What differs of what was measured: scores, bits, examples. Empty where only the day or the toolchain would.
  package func changes(to new: Baseline) -> [FieldChange] {
    measured.changes(to: new.measured)
  }

  /// Claims that the baseline has and that are not declared, and the other way round.
  package func changes(toClaims subjects: [String]) -> [FieldChange] {
    let kept = claims.map(\.subject)
    func field(_ subject: String) -> String { "claims[\"\(subject)\"]" }
    return kept.filter { !subjects.contains($0) }.map {
      FieldChange(field: field($0), old: "kept", new: nil)
    } + subjects.filter { !kept.contains($0) }.map { FieldChange(field: field($0), old: nil, new: "declared") }
  }

  private var measured: JSONValue {
    guard case .object(let members) = json else { preconditionFailure("a baseline's document is an object") }
    return .object(members.filter { ["claims", "datasets", "runs"].contains($0.key) })
  }
}

extension Experiment {
  /// Where and how the new baseline asks less than the kept one, if it does: a claim's mean got worse, a claim or a
  /// replicate is gone. Controls have no better or worse.
  package func loosening(from kept: Baseline, to new: Baseline) -> (field: String, what: String)? {
    for before in kept.claims {
      let field = "claims[\"\(before.subject)\"]"
      guard let now = new.scores(of: before.subject) else { return (field, "is gone") }
      guard let claim = claims.first(where: { $0.subject == before.subject }), !claim.isControl,
        claim.requirement.hasDirection
      else { continue }
      let (old, mean) = (before.interval.estimate, now.interval.estimate)
      if claim.metric.isBetter(old, than: mean) { return (field, "gets worse, from \(brief(old)) to \(brief(mean))") }
    }
    return new.runs.count < kept.runs.count
      ? ("runs", "has \(new.runs.count) replicates in place of \(kept.runs.count)") : nil
  }
}
