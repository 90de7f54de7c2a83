import Golden
import Testing

@testable import Storage
@testable import Training

/// The bits that small trainings end with: on this machine, on any number of cores, and on every other machine.
@Suite struct GoldenRunTests {
  private static let mend = "swift run genbench fixtures regenerate learning/golden-runs"

  /// The fixture's fingerprints, by plan.
  private static func kept() throws -> [String: String] {
    let file = "\(PackageFolder.fixtures)/learning/golden-runs.json"
    guard let bytes = try AtomicFile.read(file) else {
      throw FixtureProblem(file: file, field: "", what: "is missing", mend: mend)
    }
    let members = try FixtureReader(bytes, file: file, mend: mend).members("fingerprints", "provenance")
    _ = try members["provenance"]!.words()
    let entries = try members["fingerprints"]!.entries()
    return Dictionary(uniqueKeysWithValues: try entries.map { ($0.name, try $0.reader.fingerprint()) })
  }

  private static func run(_ plan: TrainingPlan, threads: Int, replicate: Int = 0) async throws -> Run {
    let scratch = try ScratchFolder()
    let lab = Lab(LabSettings(threads: threads, storeFolder: scratch("store")), listener: RecordingListener())
    return try await lab.run(plan, replicate: replicate)
  }

  @Test(arguments: GoldenRun.plans, [1, 2])
  func itEndsWithTheBitsThatAreKept(plan: TrainingPlan, threads: Int) async throws {
    let kept = try #require(try Self.kept()[plan.id], "to mend it: \(Self.mend)")
    let found = try await Self.run(plan, threads: threads).fingerprint
    #expect(found == kept, "meant to change? \(Self.mend)")
  }

  @Test func everyGoldenRunIsKeptAndNoOther() throws {
    #expect(try Set(Self.kept().keys) == Set(GoldenRun.plans.map(\.id)))
    #expect(try Set(Self.kept().values).count == GoldenRun.plans.count)
  }

  @Test func itEndsWithTheSameBitsTwiceAndWithOthersForAnotherReplicate() async throws {
    let plan = GoldenRun.plans[2]
    let run = try await Self.run(plan, threads: 2)
    #expect(try await Self.run(plan, threads: 3).fingerprint == run.fingerprint)
    let other = try await Self.run(plan, threads: 2, replicate: 1)
    #expect(other.fingerprint != run.fingerprint)
    for (stage, otherStage) in zip(run.stages, other.stages) {
      #expect(stage.parameters != otherStage.parameters && stage.losses != otherStage.losses)
    }
  }

  @Test func itLearns() async throws {
    // A golden run of weights that do not move would be kept just as well.
    for plan in GoldenRun.plans {
      let losses = try await Self.run(plan, threads: 2).stages[0].losses
      let (first, last): (Float, Float) = (losses.prefix(5).reduce(0, +), losses.suffix(5).reduce(0, +))
      // 40 steps about halve it: seen 0.48 to 0.50.
      #expect(last < 0.7 * first, "\(plan.id)")
    }
  }
}
