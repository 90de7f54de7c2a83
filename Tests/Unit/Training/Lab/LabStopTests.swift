import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// Runs that stop before their end, and go on.
@Suite struct LabStopTests {
  let scratch: ScratchFolder
  let experiment = TinyExperiment.make(steps: 40)

  init() throws { scratch = try ScratchFolder() }

  func lab(_ folder: String, hearing listener: RecordingListener = RecordingListener()) -> Lab {
    Lab(LabSettings(threads: 2, storeFolder: scratch(folder), checkpointSeconds: 0), listener: listener)
  }

  /// The first stage's first step and its middle, its last step, the second stage, the very last step.
  @Test(arguments: [1, 10, 40, 50, 80])
  func aRunThatStoppedGoesOnToTheSameBits(step: Int) async throws {
    let whole = try await lab("whole").run(experiment.plan, replicate: 0)
    let listener = RecordingListener()
    let first = lab("stopped", hearing: listener)
    listener.raise(first.stop, atStep: step)
    let stopped = await #expect(throws: Stopped.self) { try await first.run(experiment.plan, replicate: 0) }
    #expect(stopped?.replicate == 0 && stopped?.description.contains("the same command goes on") == true)
    let done = try #require(listener.progress.last?.step)
    #expect(done >= step)

    let later = RecordingListener()
    let run = try await lab("stopped", hearing: later).run(experiment.plan, replicate: 0)
    #expect(run.fingerprint == whole.fingerprint)
    #expect(later.progress.allSatisfy { $0.step > done } && later.warnings.isEmpty)
    #expect(later.progress.isEmpty == (done == experiment.steps))
    // What is finished leaves no checkpoint behind.
    #expect(try RunStore(folder: scratch("stopped/checkpoints")).identities().isEmpty)
  }

  @Test func aRunMayStopAgainAndAgain() async throws {
    let whole = try await lab("whole").run(experiment.plan, replicate: 0)
    var stops = 0
    for step in stride(from: 3, to: 80, by: 9) {
      let listener = RecordingListener()
      let lab = lab("stopped", hearing: listener)
      listener.raise(lab.stop, atStep: step)
      do {
        _ = try await lab.run(experiment.plan, replicate: 0)
        break
      } catch is Stopped {
        stops += 1
      }
    }
    #expect(stops > 2)
    #expect(try await lab("stopped").run(experiment.plan, replicate: 0).fingerprint == whole.fingerprint)
  }

  @Test func aStageThatEndedIsSavedHoweverShort() async throws {
    let settings = LabSettings(threads: 1, storeFolder: scratch("store"), checkpointSeconds: 86_400)
    let identity = RunIdentity(experiment.plan, replicate: 0, sources: .compiled).hexadecimal
    // A recipe whose second stage never ends well: what is left of the run is its first stage.
    var failing = experiment
    failing.stages[1].recipe.schedule = .constant(.infinity)
    let diverging = RunIdentity(failing.plan, replicate: 0, sources: .compiled).hexadecimal
    #expect(diverging != identity)
    let lab = Lab(settings, listener: RecordingListener())
    await #expect(throws: RunDiverged.self) { try await lab.run(failing.plan, replicate: 0) }
    let bytes = try #require(try RunStore(folder: scratch("store/checkpoints")).load(diverging))
    let checkpoint = try RunCheckpoint(bytes: bytes, models: [])
    #expect(checkpoint.run.stages.map(\.name) == ["train"] && checkpoint.training == nil)
    let whole = try await lab.run(experiment.plan, replicate: 0)
    #expect(checkpoint.run.stages[0].parameters == whole.stages[0].parameters)
  }
}
