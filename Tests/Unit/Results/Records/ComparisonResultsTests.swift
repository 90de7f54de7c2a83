import Reports
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct ComparisonResultsTests {
  /// One claim with these scores, of runs with these fingerprints.
  private func report(
    _ scores: [Double], salt: String, mark: Mark = .passed,
    requirement: Reports.Requirement = .atMost(0.5), dataset: String = "d0", slices: [SliceReport] = []
  ) -> RunReport {
    var row = Sample.passed
    (row.mark, row.requirement) = (mark, requirement)
    let facts = ExperimentFacts(
      id: row.experiment, sentence: "", parameters: 1, examples: 1, seconds: nil,
      fingerprints: scores.indices.map { .init(seed: $0, fingerprint: "\(salt)\($0)") },
      datasets: [.init(name: "longer", fingerprint: dataset)])
    return RunReport(
      provenance: Provenance(
        profile: "smoke", sourceHash: salt, toolchain: "swift", date: "2025-01-01", experiments: [facts]),
      claims: [ClaimReport(row: row, scores: Self.replicates(scores), slices: slices)])
  }

  private static func replicates(_ scores: [Double]) -> [ReplicateScore] {
    scores.enumerated().map { ReplicateScore(seed: $0.offset, score: $0.element) }
  }

  private func compare(_ base: RunReport, _ head: RunReport) throws -> ClaimComparison {
    try #require(try ComparisonReport(base: base, head: head, baseFile: "b", headFile: "h").claims.first)
  }

  private let low = [0.1, 0.11, 0.12, 0.1, 0.11]
  private let high = [0.2, 0.21, 0.23, 0.19, 0.21]

  @Test func theSameBitsAreTheSame() throws {
    let same = try compare(report(low, salt: "a"), report(low, salt: "a"))
    #expect(same.standing == .sameBits && same.change == nil && same.notes.isEmpty)
    // Equal scores of other weights are compared.
    let other = try compare(report(low, salt: "a"), report(low, salt: "b"))
    #expect(other.standing == .withinNoise && other.change?.mean == 0)
  }

  @Test func anErrorThatGrewIsWorseAndOneThatFellIsBetter() throws {
    let worse = try compare(report(low, salt: "a"), report(high, salt: "b"))
    #expect(worse.standing == .worse)
    let paired = PairedComparison(
      base: low.enumerated().map { SeedScore(seed: $0.offset, score: $0.element) },
      head: high.enumerated().map { SeedScore(seed: $0.offset, score: $0.element) })
    #expect(worse.change?.mean == paired.interval.estimate && worse.change?.probability == 0.0625)
    #expect(worse.change?.detectable == paired.minimumDetectableEffect)
    #expect(try compare(report(high, salt: "a"), report(low, salt: "b")).standing == .better)
  }

  @Test func anAccuracyIsTheOtherWayRound() throws {
    let bound = Reports.Requirement.atLeast(0.05)
    let base = report(low, salt: "a", requirement: bound)
    #expect(try compare(base, report(high, salt: "b", requirement: bound)).standing == .better)
  }

  @Test func aControlHasNoBetterOrWorse() throws {
    let control = Reports.Requirement.mustFail(.atMost(0.05))
    let base = report(low, salt: "a", requirement: control)
    #expect(try compare(base, report(high, salt: "b", requirement: control)).standing == .withinNoise)
  }

  @Test func otherExamplesAreNotComparable() throws {
    let other = try compare(report(low, salt: "a"), report(high, salt: "b", dataset: "d1"))
    #expect(other.standing == .notComparable && other.change == nil && other.notes == ["other examples: longer"])
  }

  @Test func anotherMetricOrNoCommonSeedIsNotComparable() throws {
    var head = report(high, salt: "b")
    head.claims[0].row.metric = "another"
    #expect(try compare(report(low, salt: "a"), head).standing == .notComparable)
    head = report(high, salt: "b")
    head.claims[0].scores = head.claims[0].scores.map { ReplicateScore(seed: $0.seed + 100, score: $0.score) }
    #expect(try compare(report(low, salt: "a"), head).notes == ["the runs have no seed in common"])
  }

  @Test func seedsOfOneSideAreNamed() throws {
    let comparison = try compare(report(low, salt: "a"), report(high + [0.2], salt: "b"))
    #expect(comparison.standing == .worse && comparison.notes == ["only one side has seed 5"])
  }

  @Test func whatStoppedBeingANumberIsWorse() throws {
    let worse = try compare(report(low, salt: "a"), report([.nan] + low.dropFirst(), salt: "b"))
    #expect(worse.standing == .worse)
    #expect(worse.notes == ["the score of seed 0 in head is not a finite number"])
    let before = try compare(report([.nan] + low.dropFirst(), salt: "a"), report(low, salt: "b"))
    #expect(before.standing == .notComparable)
  }

  @Test func slicesArePairedByNameAndSeed() throws {
    func slice(_ name: String, _ scores: [Double]) -> SliceReport {
      SliceReport(
        name, count: 10, scores: Self.replicates(scores), estimate: Estimate(mean: scores[0], interval: nil, seeds: 5))
    }
    let base = report(low, salt: "a", slices: [slice("n=8", low), slice("n=9", low), slice("gone", low)])
    let head = report(low, salt: "b", slices: [slice("new", low), slice("n=9", low), slice("n=8", high)])
    let slices = try compare(base, head).slices
    #expect(slices.map(\.name) == ["n=9", "n=8"] && slices.map(\.standing) == [.withinNoise, .worse])
  }

  @Test func movedHistogramsAreShown() throws {
    var base = report(low, salt: "a")
    var head = report(high, salt: "b")
    (base.claims[0].losses, base.claims[0].answers) = (Sample.histogram, Sample.heatMap)
    var (losses, answers) = (Sample.histogram, Sample.heatMap)
    losses.add(0.5, count: 5000)
    answers.add(true: 3, prediction: 1, count: 900)
    (head.claims[0].losses, head.claims[0].answers) = (losses, answers)
    let comparison = try compare(base, head)
    #expect(comparison.losses.contains { $0.what == "0.5 to 1" && $0.head > $0.base })
    #expect(comparison.answers.first?.what.hasPrefix("true 3, answered ") == true)
    head.claims[0].losses = base.claims[0].losses
    #expect(try compare(base, head).losses.isEmpty)
  }

  @Test func claimsOfOneSideAreListed() throws {
    let other = Sample.run
    var base = report(low, salt: "a")
    base.provenance.profile = other.provenance.profile
    base.claims[0].row.subject = "gone"
    let comparison = try ComparisonReport(base: base, head: other, baseFile: "b", headFile: "h")
    #expect(comparison.claims.isEmpty && comparison.onlyInBase.map(\.subject) == ["gone"])
    #expect(comparison.onlyInHead == other.claims.map(\.name))
    #expect(comparison.failingOnlyInHead == other.claims.filter { $0.row.mark.isFailing }.map(\.name))
    #expect(!comparison.failingOnlyInHead.isEmpty && comparison.failingOnlyInHead != comparison.onlyInHead)
  }

  @Test func otherProfilesAreRefused() throws {
    let problem = try #require(throws: ResultsProblem.self) {
      try ComparisonReport(base: report(low, salt: "a"), head: Sample.run, baseFile: "b.jsonl", headFile: "h.jsonl")
    }
    #expect(problem.description.contains("h.jsonl, line 1: profile: is standard, and b.jsonl is of smoke"))
  }

  @Test func anotherThresholdIsNoted() throws {
    let head = report(low, salt: "a", mark: .failed, requirement: .atMost(0.01))
    let comparison = try compare(report(low, salt: "a"), head)
    #expect(comparison.standing == .sameBits && comparison.failsNow)
    #expect(comparison.notes == ["base required <= 0.500, head required <= 0.0100"])
  }
}
