import Judging
import Reports

extension RunReport {
  /// A report in a file, for messages.
  package typealias Part = (file: String, report: RunReport)

  /// One report of what several processes judged of the same sources, at least one. A claim that several judged is there
  /// once, if it came out the same to the bit; the order of the parts does not matter.
  ///
  /// - Parameter declared: the experiments of a profile, in whose order the claims come.
  /// - Throws: `ResultsProblem` that names the file that does not belong with the others, and the field.
  package static func merged(
    _ parts: [Part], declared: (Profile) -> [Experiment]
  ) throws(ResultsProblem) -> RunReport {
    precondition(!parts.isEmpty, "nothing is there to be merged")
    let first = parts[0]
    var merged = RunReport(provenance: first.report.provenance, claims: [])
    merged.provenance.experiments = []
    var owners: [ClaimReport.Name: String] = [:]
    for part in parts {
      try part.report.provenance.requireSame(as: first.report.provenance, part.file, first.file)
      merged.provenance.date = max(merged.provenance.date, part.report.provenance.date)
      if let seconds = part.report.seconds { merged.seconds = (merged.seconds ?? 0) + seconds }
      for facts in part.report.provenance.experiments { try merged.add(facts, from: part.file) }
      for claim in part.report.claims {
        try merged.add(claim, from: part.file, before: owners[claim.name])
        owners[claim.name] = owners[claim.name] ?? part.file
      }
    }
    merged.sort(as: Profile(rawValue: merged.provenance.profile).map(declared) ?? [])
    return merged
  }

  private mutating func add(_ facts: ExperimentFacts, from file: String) throws(ResultsProblem) {
    guard let place = provenance.experiments.firstIndex(where: { $0.id == facts.id }) else {
      provenance.experiments.append(facts)
      return
    }
    // The time it took is all that may differ.
    var kept = provenance.experiments[place]
    let seconds = [kept.seconds, facts.seconds].compactMap { $0 }.max()
    var new = facts
    (kept.seconds, new.seconds) = (seconds, seconds)
    guard kept.json == new.json else {
      throw ResultsProblem(
        file: file, field: "experiment \(facts.id)", what: "was trained to other bits than in an earlier file",
        mend: "find out which machine computes otherwise: the same sources and seeds must give the same bits")
    }
    if kept.pictures.isEmpty { kept.pictures = facts.pictures }
    provenance.experiments[place] = kept
  }

  private mutating func add(_ claim: ClaimReport, from file: String, before owner: String?) throws(ResultsProblem) {
    guard let owner, let place = claims.firstIndex(where: { $0.name == claim.name }) else {
      claims.append(claim)
      return
    }
    guard claims[place].isSame(as: claim) else {
      throw ResultsProblem(
        file: file, field: "claim \(claim.name)", what: "came out otherwise than in \(owner)",
        mend: "leave out the file that is not of this run")
    }
    claims[place].place = claims[place].place ?? claim.place
  }

  /// By experiment, then as the claims are declared; those that are not come last, by name.
  private mutating func sort(as declared: [Experiment]) {
    var ranks: [ClaimReport.Name: Int] = [:]
    for experiment in declared {
      for (rank, claim) in experiment.claims.enumerated() {
        ranks[ClaimReport.Name(experiment: experiment.id, subject: claim.subject)] = rank
      }
    }
    claims.sort { left, right in
      if left.row.experiment != right.row.experiment { return left.row.experiment < right.row.experiment }
      let (one, other) = (ranks[left.name] ?? .max, ranks[right.name] ?? .max)
      return one == other ? left.row.subject < right.row.subject : one < other
    }
    provenance.experiments.sort { $0.id < $1.id }
  }
}

extension ClaimReport {
  /// To the bit, wherever it was asked from.
  fileprivate func isSame(as other: ClaimReport) -> Bool {
    var (one, two) = (self, other)
    (one.place, two.place) = (nil, nil)
    return one.jsonObjects == two.jsonObjects
  }
}

extension Provenance {
  fileprivate func requireSame(as first: Provenance, _ file: String, _ firstFile: String) throws(ResultsProblem) {
    let fields = [
      ("profile", profile, first.profile), ("sourceHash", sourceHash, first.sourceHash),
      ("toolchain", toolchain, first.toolchain), ("changes", changes ?? "none", first.changes ?? "none"),
    ]
    for (field, found, expected) in fields where found != expected {
      throw ResultsProblem(
        file: file, line: 1, field: field, what: "is \(found), and \(firstFile) says \(expected)",
        mend: "merge results of one profile and the same sources")
    }
  }
}
