import Reports

extension ComparisonReport {
  /// - Throws: `ResultsProblem` where the two are of different profiles, which have other claims of the same names.
  package init(base: RunReport, head: RunReport, baseFile: String, headFile: String) throws(ResultsProblem) {
    let profiles = (base.provenance.profile, head.provenance.profile)
    guard profiles.0 == profiles.1 else {
      throw ResultsProblem(
        file: headFile, line: 1, field: "profile", what: "is \(profiles.1), and \(baseFile) is of \(profiles.0)",
        mend: "compare results of one profile")
    }
    let before = Dictionary(uniqueKeysWithValues: base.claims.map { ($0.name, $0) })
    let names = Set(head.claims.map(\.name))
    let new = head.claims.filter { before[$0.name] == nil }
    self.init(
      base: base.provenance, head: head.provenance,
      claims: head.claims.compactMap { claim in
        before[claim.name].map { old in
          ClaimComparison(
            old, claim, facts: (base.facts(of: old.row.experiment), head.facts(of: claim.row.experiment)))
        }
      },
      onlyInBase: base.claims.map(\.name).filter { !names.contains($0) },
      onlyInHead: new.map(\.name), failingOnlyInHead: new.filter(\.row.mark.isFailing).map(\.name))
  }
}
