import Learning
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// Runs whose loss stops being a number.
@Suite struct LabDivergenceTests {
  let scratch: ScratchFolder
  let listener = RecordingListener()
  let lab: Lab

  init() throws {
    scratch = try ScratchFolder()
    lab = Lab(LabSettings(threads: 2, storeFolder: scratch("store")), listener: listener)
  }

  @Test func aHugeLearningRateIsReportedWithStepAndReplicate() async throws {
    let experiment = TinyExperiment.make(rate: 1e30, replicates: 2)
    #expect(try await lab.runs(of: experiment.plan).isEmpty)
    #expect(listener.warnings.count == 2)
    for (replicate, warning) in listener.warnings.sorted().enumerated() {
      #expect(warning.hasPrefix("test/tiny, replicate \(replicate), stage train: The loss became"))
      #expect(warning.contains("at step 1: lower the learning rate"))
    }
    let problem = await #expect(throws: RunDiverged.self) { try await lab.run(experiment.plan, replicate: 0) }
    #expect(problem?.stage == "train" && problem?.replicate == 0)
    #expect(try RunStore(folder: scratch("store/runs")).identities().isEmpty)
  }

  @Test func oneThatDivergesDoesNotStopTheOthersAndTheClaimFails() async throws {
    let experiment = TinyExperiment.make(replicates: 3, claims: [TinyExperiment.claim(atMost: 1_000)])
    // The second replicate finds weights in its checkpoint that no loss survives.
    let identity = RunIdentity(experiment.plan, replicate: 1, sources: .compiled)
    let count = experiment.model.layout.count
    let lost = RunCheckpoint(
      run: Run(replicate: 1, stages: []),
      training: TrainingState(parameters: Array(repeating: .infinity, count: count)), seconds: 0)
    try RunStore(folder: scratch("store/checkpoints")).keep(lost.bytes, identity.hexadecimal)

    let runs = try await lab.runs(of: experiment.plan)
    #expect(runs.map(\.replicate) == [0, 2])
    #expect(listener.warnings.count == 1 && listener.warnings[0].hasPrefix("test/tiny, replicate 1, stage train:"))

    let trained = try await lab.trained(experiment)
    #expect(trained.runs == runs && trained.exposures.count == 2 && trained.diverged.map(\.replicate) == [1])
    let judged = trained.judge(experiment.claims[0], baseline: nil)
    #expect(!judged.isPassed && judged.judgement.reasons.first == .tooFewReplicates(found: 2, declared: 3))
    #expect(judged.judgement.reasons.contains { if case .diverged(1, _) = $0 { true } else { false } })
    #expect(judged.text.contains("2 of the 3 declared replicates"))
    #expect(judged.row.reasons.contains { $0.hasPrefix("seed 1 diverged: stage train: The loss became") })
    #expect(judged.row.reasons.contains { $0.contains("at step 0: lower the learning rate") })
    let none = experiment.judge(experiment.claims[0], by: [], exposures: [], baseline: nil)
    #expect(!none.isPassed && none.judgement.reasons == [.tooFewReplicates(found: 0, declared: 3)])
  }
}
