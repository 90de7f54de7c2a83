import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// Processes that share a store.
@Suite struct LabCompanyTests {
  static let experiment = TinyExperiment.make(steps: 200, replicates: 3)

  static func lab(_ store: String) -> Lab {
    Lab(LabSettings(threads: 2, storeFolder: store, checkpointSeconds: 0), listener: RecordingListener())
  }

  static func kept(_ store: String) throws -> [Run] {
    let settings = LabSettings(threads: 1, storeFolder: store)
    return try KeptRuns(settings, sources: .compiled).runs(of: experiment.plan).found
  }

  @Test func twoProcessesThatTrainTheSameEndWithTheSameBits() async throws {
    let scratch = try ScratchFolder()
    async let one: Void = Self.trainElsewhere(scratch("shared"))
    async let other: Void = Self.trainElsewhere(scratch("shared"))
    _ = await (one, other)
    let shared = try Self.kept(scratch("shared"))
    let alone = try await Self.lab(scratch("alone")).runs(of: Self.experiment.plan)
    #expect(shared.map(\.fingerprint) == alone.map(\.fingerprint))
    #expect(try AtomicFile.names(in: scratch("shared/runs")).count == 3)
    #expect(try AtomicFile.names(in: scratch("shared/checkpoints")).isEmpty)
  }

  static func trainElsewhere(_ store: String) async {
    await #expect(processExitsWith: .success) { [store = store as String] in
      let runs = try await LabCompanyTests.lab(store).runs(of: LabCompanyTests.experiment.plan)
      try #require(runs.count == 3)
    }
  }

  @Test func oneThatFindsTheOthersCheckpointGoesOnFromIt() async throws {
    // The first process is stopped in the middle, the second one is another process.
    let scratch = try ScratchFolder()
    let listener = RecordingListener()
    let first = Lab(
      LabSettings(threads: 2, storeFolder: scratch("shared"), checkpointSeconds: 0), listener: listener)
    listener.raise(first.stop, atStep: 150)
    await #expect(throws: Stopped.self) { try await first.runs(of: Self.experiment.plan) }
    await Self.trainElsewhere(scratch("shared"))
    let shared = try Self.kept(scratch("shared"))
    let alone = try await Self.lab(scratch("alone")).runs(of: Self.experiment.plan)
    #expect(shared.map(\.fingerprint) == alone.map(\.fingerprint))
  }
}
