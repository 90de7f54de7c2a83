import Testing

@testable import Bench
@testable import Judging

/// Where the thresholds of all experiments come from.
@Suite struct ProvenanceTests {
  @Test(arguments: Profile.allCases)
  func noThresholdIsChosenByTheReplicatesThatJudgeIt(profile: Profile) {
    for experiment in Experiment.all(profile) {
      for claim in experiment.claims {
        let judged = Array(0..<experiment.replicates)
        #expect(claim.provenance.choosers(among: judged).isEmpty, "\(experiment.id): \(claim.subject)")
      }
    }
  }

  /// What is still judged by the replicates that chose its threshold, by experiment: docs/claims-audit.md says why. The
  /// lists may only become shorter.
  static let debts = [
    Profile.smoke: always,
    .standard: always.merging(
      ["answer", "spread"].flatMap { head in
        ["query", "key", "value"].map { ("graphs/perturbed-\(head)-\($0)", 2) }
      }
    ) { $0 + $1 },
  ]

  private static let always =
    [
      "graphs/looped": 1, "graphs/looped-more-loops": 1,
      "mazes/solver-path-absolute-one": 2, "mazes/solver-path-absolute-several": 2, "mazes/solver-path-rotary-one": 2,
      "mazes/solver-path-rotary-several": 2, "mazes/solver-sequence-absolute-one": 1,
      "mazes/solver-path-random-start-one": 1, "mazes/solver-path-relative-one": 1, "mazes/solver-path-none-one": 1,
    ].merging(MazeFineTuning.all.map { ("mazes/fine-tuned-\($0.kind.rawValue)-\($0.distinct)", 2) }) { $0 + $1 }

  @Test(arguments: [Profile.smoke, .standard])
  func debtsAreListed(profile: Profile) {
    let found = Experiment.all(profile).map { ($0.id, $0.claims.count { $0.provenance.isDebt }) }.filter { $0.1 > 0 }
    let counts = Dictionary(uniqueKeysWithValues: found)
    #expect(counts == Self.debts[profile], "\(counts.sorted { $0.key < $1.key })")
  }

  /// A control that could not have met its requirement says so, and no other claim does.
  @Test func controlsByDefinitionAreControls() {
    let defined = Experiment.all(.standard).flatMap(\.claims).filter { $0.definition != nil }
    #expect(defined.allSatisfy(\.isControl) && defined.count == 10, "\(defined.map(\.subject))")
  }
}
