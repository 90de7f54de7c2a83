import Judging
import Learning
import Reports
import Training

extension RunReport {
  /// - Parameters:
  ///   - judged: all of one profile, in any order. A claim that was judged twice is there once.
  ///   - pictures: what instruments saw, by experiment.
  ///   - seconds: wall-clock, if it was measured.
  package init(
    _ judged: [JudgedClaim], profile: Profile, sources: SourceRevision, date: String,
    pictures: [String: [DocumentPicture]] = [:], seconds: Double? = nil
  ) {
    var drafts = ReportDrafts()
    self.init(
      judged, profile: profile, sources: sources, date: date, pictures: pictures, seconds: seconds, drafts: &drafts)
  }

  /// The same, of what the process reported before and what is new.
  package init(
    _ judged: [JudgedClaim], profile: Profile, sources: SourceRevision, date: String,
    pictures: [String: [DocumentPicture]], seconds: Double?, drafts: inout ReportDrafts
  ) {
    var names = Set<ClaimReport.Name>()
    let sorted = judged.inDeclaredOrder.filter { names.insert(ClaimReport.Name($0)).inserted }
    var experiments: [ExperimentFacts] = []
    for claim in sorted where !experiments.contains(where: { $0.id == claim.experiment.id }) {
      var facts = drafts.facts(of: claim)
      facts.pictures = pictures[facts.id] ?? []
      experiments.append(facts)
    }
    self.init(
      provenance: Provenance(
        profile: profile.rawValue, sourceHash: sources.hexadecimal, toolchain: sources.toolchain, date: date,
        changes: sorted.lazy.compactMap(\.experiment.variation).first.map { "\($0)" }, experiments: experiments),
      claims: sorted.map { drafts.report(of: $0) }, seconds: seconds)
  }
}

extension [JudgedClaim] {
  /// By experiment, then as it declares its claims, whatever order they were judged in.
  package var inDeclaredOrder: [JudgedClaim] {
    sorted { left, right in
      left.experiment.id == right.experiment.id
        ? left.experiment.claims.firstIndex(of: left.claim)! < right.experiment.claims.firstIndex(of: right.claim)!
        : left.experiment.id < right.experiment.id
    }
  }
}

extension ExperimentFacts {
  init(_ experiment: Experiment, _ runs: [Run]) {
    let seconds = runs.map { run in run.stages.reduce(0) { $0 + $1.seconds } }
    self.init(
      id: experiment.id, sentence: experiment.claim, parameters: experiment.largestParameterCount,
      examples: experiment.stages.reduce(0) { $0 + $1.recipe.examples },
      seconds: seconds.isEmpty ? nil : seconds.mean,
      fingerprints: runs.map { RunFingerprint(seed: $0.replicate, fingerprint: $0.fingerprint) },
      datasets: experiment.datasetFingerprints.map { DatasetFingerprint(name: $0.name, fingerprint: $0.fingerprint) })
  }
}

extension Experiment {
  /// Of a sweep over sizes, that of the largest.
  fileprivate var largestParameterCount: Int { plan.stages.map { plan.model(of: $0).layout.count }.max() ?? 0 }
}
