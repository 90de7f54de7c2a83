import Foundation
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct LabTests {
  let scratch: ScratchFolder
  let listener = RecordingListener()

  init() throws { scratch = try ScratchFolder() }

  func lab(_ folder: String = "store", isFresh: Bool = false, hearing listener: RecordingListener? = nil) -> Lab {
    let settings = LabSettings(threads: 2, storeFolder: scratch(folder), isFresh: isFresh)
    return Lab(settings, listener: listener ?? self.listener)
  }

  @Test func aFinishedRunIsRecalledAndNotTrainedAgain() async throws {
    let run = try await lab(hearing: RecordingListener()).run(TinyExperiment.make().plan, replicate: 0)
    #expect(run.stages.map(\.name) == ["train", "fine-tune"] && run.stages.allSatisfy { $0.losses.count == 20 })
    #expect(try await lab().run(TinyExperiment.make().plan, replicate: 0) == run)
    #expect(listener.progress.isEmpty && listener.warnings.isEmpty)
  }

  @Test func anotherThresholdIsTheSameRun() async throws {
    let run = try await lab(hearing: RecordingListener()).run(TinyExperiment.make().plan, replicate: 0)
    let stricter = TinyExperiment.make(
      id: "test/other", replicates: 3, claims: [TinyExperiment.claim("stricter", atMost: 0.1)])
    #expect(try await lab().run(stricter.plan, replicate: 0) == run)
    #expect(listener.progress.isEmpty)
  }

  @Test func anotherRecipeOrReplicateIsTrained() async throws {
    let experiment = TinyExperiment.make()
    let run = try await lab(hearing: RecordingListener()).run(experiment.plan, replicate: 0)
    let other = try await lab().run(experiment.plan, replicate: 1)
    #expect(listener.progress.last?.step == 40 && listener.progress.last?.steps == 40)
    #expect(other.fingerprint != run.fingerprint)
    let count = listener.progress.count
    #expect(try await lab().run(TinyExperiment.make(rate: 1e-3).plan, replicate: 0).fingerprint != run.fingerprint)
    #expect(listener.progress.count > count)
  }

  @Test func aFreshLabTrainsAgainToTheSameBits() async throws {
    let run = try await lab(hearing: RecordingListener()).run(TinyExperiment.make().plan, replicate: 0)
    let again = try await lab(isFresh: true).run(TinyExperiment.make().plan, replicate: 0)
    #expect(again.fingerprint == run.fingerprint)
    #expect(listener.progress.last?.step == 40)
  }

  @Test func askingTwiceAtOnceTrainsOnce() async throws {
    let lab = lab()
    let experiment = TinyExperiment.make(steps: 300, replicates: 2)
    async let one = lab.runs(of: experiment.plan)
    async let other = lab.runs(of: experiment.plan)
    async let alone = lab.run(experiment.plan, replicate: 1)
    let (runs, same, second) = try await (one, other, alone)
    #expect(runs == same && runs.map(\.replicate) == [0, 1] && runs[1] == second)
    for replicate in 0..<2 {
      // Whoever trains begins by telling of step 1.
      #expect(listener.progress.filter { $0.replicate == replicate && $0.step == 1 }.count == 1)
    }
  }

  @Test func runsDoNotDependOnTheirNumberOrCompany() async throws {
    let together = try await lab("a").runs(of: TinyExperiment.make(replicates: 3).plan)
    let alone = try await lab("b").run(TinyExperiment.make().plan, replicate: 2)
    #expect(together.map(\.replicate) == [0, 1, 2])
    #expect(Set(together.map(\.fingerprint)).count == 3)
    #expect(together[2].fingerprint == alone.fingerprint)
  }

  @Test func aStoreBelowAFileIsAProblemAndLeavesNothing() async throws {
    try AtomicFile.write([1], to: scratch("file"))
    for folder in ["file", "file/store"] {
      let lab = lab(folder)
      let problem = await #expect(throws: FileProblem.self) { try await lab.runs(of: TinyExperiment.make().plan) }
      #expect(problem?.path.hasPrefix(scratch("file/")) == true && problem?.mend.contains("move it away") == true)
      await #expect(throws: FileProblem.self) { try await lab.exposure(of: TinyExperiment.make().plan, replicate: 0) }
    }
    #expect(try scratch.names() == ["file"] && listener.progress.isEmpty)
    #expect(try AtomicFile.read(scratch("file")) == [1])
  }

  @Test func theExposureIsKeptAndOneThatIsDamagedIsMeasuredAgain() async throws {
    let experiment = TinyExperiment.make()
    let exposure = try await lab().exposure(of: experiment.plan, replicate: 0)
    let folder = scratch("store/exposures")
    let file = try #require(try AtomicFile.files(under: folder).first)
    // A recalled exposure is whatever was kept.
    let identity = try #require(try RunStore(folder: folder).identities().first)
    let marked = Exposure(seen: [[[1, 1]]])
    try RunStore(folder: folder).keep(marked.bytes, identity)
    #expect(try await lab().exposure(of: experiment.plan, replicate: 0) == marked)
    #expect(try await lab(isFresh: true).exposure(of: experiment.plan, replicate: 0) == exposure)
    #expect(listener.warnings.isEmpty)

    try RunStore(folder: folder).keep(Array(marked.bytes.dropLast()), identity)
    #expect(try await lab().exposure(of: experiment.plan, replicate: 0) == exposure)
    try AtomicFile.write([7], to: file)
    #expect(try await lab().exposure(of: experiment.plan, replicate: 0) == exposure)
    #expect(listener.warnings.count == 2 && listener.warnings.allSatisfy { $0.contains("test/tiny") })
    #expect(try await lab().exposure(of: experiment.plan, replicate: 0) == exposure)
    #expect(listener.warnings.count == 2)
  }
}
