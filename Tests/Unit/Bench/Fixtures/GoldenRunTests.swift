import Foundation
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// The bits that small trainings end with: on this machine, on any number of cores, and on every other machine.
@Suite struct GoldenRunTests {
  /// Writes the fixture first, where `GENBENCH_RECORD` says so.
  static func record(_ fixture: Fixture) async throws {
    let scratch = try ScratchFolder()
    let lab = Lab(LabSettings(threads: 2, storeFolder: scratch("store")), listener: RecordingListener())
    let mode = try RecordMode(environment: ProcessInfo.processInfo.environment)
    _ = try await FixtureKeeper(lab).record(fixture, mode, reason: nil)
  }

  /// The fixture's fingerprints, by experiment.
  static func kept() throws -> [String: String] {
    let fixture = Fixture.goldenRuns
    guard let bytes = try AtomicFile.read(fixture.path) else {
      throw FixtureProblem(file: fixture.path, field: "", what: "is missing", mend: fixture.mend)
    }
    let members = try FixtureReader(bytes, file: fixture.path, mend: fixture.mend).members("fingerprints", "provenance")
    _ = try members["provenance"]!.words()
    let entries = try members["fingerprints"]!.entries()
    return Dictionary(uniqueKeysWithValues: try entries.map { ($0.name, try $0.reader.fingerprint()) })
  }

  static func run(_ experiment: Experiment, threads: Int, replicate: Int = 0) async throws -> Run {
    let scratch = try ScratchFolder()
    let lab = Lab(LabSettings(threads: threads, storeFolder: scratch("store")), listener: RecordingListener())
    return try await lab.run(experiment.plan, replicate: replicate)
  }

  @Test(arguments: GoldenRun.experiments, [1, 2])
  func itEndsWithTheBitsThatAreKept(experiment: Experiment, threads: Int) async throws {
    try await Self.record(.goldenRuns)
    let kept = try #require(try Self.kept()[experiment.id], "to mend it: \(Fixture.goldenRuns.mend)")
    let found = try await Self.run(experiment, threads: threads).fingerprint
    #expect(found == kept, "meant to change? \(Fixture.goldenRuns.mend)")
  }

  @Test func everyGoldenRunIsKeptAndNoOther() throws {
    #expect(try Set(Self.kept().keys) == Set(GoldenRun.experiments.map(\.id)))
    #expect(try Set(Self.kept().values).count == GoldenRun.experiments.count)
  }

  @Test func itEndsWithTheSameBitsTwiceAndWithOthersForAnotherReplicate() async throws {
    let experiment = GoldenRun.experiments[2]
    let run = try await Self.run(experiment, threads: 2)
    #expect(try await Self.run(experiment, threads: 3).fingerprint == run.fingerprint)
    let other = try await Self.run(experiment, threads: 2, replicate: 1)
    #expect(other.fingerprint != run.fingerprint)
    for (stage, otherStage) in zip(run.stages, other.stages) {
      #expect(stage.parameters != otherStage.parameters && stage.losses != otherStage.losses)
    }
  }

  @Test func itLearns() async throws {
    // A golden run of weights that do not move would be kept just as well.
    for experiment in GoldenRun.experiments {
      let losses = try await Self.run(experiment, threads: 2).stages[0].losses
      let (first, last): (Float, Float) = (losses.prefix(5).reduce(0, +), losses.suffix(5).reduce(0, +))
      // 40 steps about halve it: seen 0.48 to 0.50.
      #expect(last < 0.7 * first, "\(experiment.id)")
    }
  }

  @Test(arguments: SplitsFixture.allCases)
  func theDatasetsAreThoseThatAreKept(family: SplitsFixture) async throws {
    let fixture = Fixture.splits(family)
    try await Self.record(fixture)
    let kept = try #require(try AtomicFile.read(fixture.path), "\(fixture.path) is missing: \(fixture.mend)")
    #expect(family.render() == String(decoding: kept, as: UTF8.self), "meant to change? \(fixture.mend)")
  }
}
