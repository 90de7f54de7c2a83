import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// Questions asked while a stage trains.
@Suite struct LabWatchTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  func lab(_ folder: String, threads: Int = 2, hearing listener: RecordingListener = RecordingListener()) -> Lab {
    Lab(LabSettings(threads: threads, storeFolder: scratch(folder), checkpointSeconds: 0), listener: listener)
  }

  static func watching(_ first: Watch? = Watch(everySteps: 7, count: 11), _ second: Watch? = nil) -> Experiment {
    var experiment = TinyExperiment.make(steps: 40)
    experiment.stages[0].watch = first
    experiment.stages[1].watch = second
    return experiment
  }

  @Test func askingMoreOftenChangesNothing() async throws {
    let silent = try await lab("silent").run(Self.watching(nil).plan, replicate: 0)
    let watches = [Watch(everySteps: 7, count: 11), Watch(everySteps: 1, count: 3), Watch(everySteps: 99, count: 20)]
    for (number, watch) in watches.enumerated() {
      let run = try await lab("\(number)").run(Self.watching(watch, watch).plan, replicate: 0)
      #expect(run.fingerprint != silent.fingerprint)
      var unwatched = run
      for stage in run.stages.indices { unwatched.stages[stage].milestones = [] }
      #expect(unwatched.fingerprint == silent.fingerprint)
    }
  }

  @Test func milestonesAreEvenAndTheLastIsTheEnd() async throws {
    let run = try await lab("store").run(Self.watching(nil, Watch(everySteps: 7, count: 11)).plan, replicate: 0)
    #expect(run.stages[0].milestones.isEmpty)
    let milestones = run.stages[1].milestones
    #expect(milestones.map(\.step) == [7, 14, 21, 28, 35, 40])
    #expect(milestones.allSatisfy { $0.predictions.map(\.count) == [11] })
    #expect(milestones.last?.predictions == [Array(run.stages[1].predictions[0].prefix(11))])
    #expect(Set(milestones.map(\.predictions)).count == 6, "training moves on between them")
  }

  /// Listed steps are met however many are taken at once, and those beyond the stage are its end.
  @Test func listedStepsAreMet() async throws {
    let listed = [1, 5, 6, 31, 99]
    let run = try await lab("store").run(Self.watching(nil, Watch(after: listed, count: 11)).plan, replicate: 0)
    let milestones = run.stages[1].milestones
    #expect(milestones.map(\.step) == [1, 5, 6, 31, 40])
    let even = try await lab("even").run(Self.watching(nil, Watch(everySteps: 1, count: 11)).plan, replicate: 0)
    #expect(milestones == even.stages[1].milestones.filter { [1, 5, 6, 31, 40].contains($0.step) })
    let short = Watch(after: [3], count: 11)
    #expect([0, 2, 3, 4].map { short.milestone(after: $0, of: TinyExperiment.recipe(steps: 40)) } == [3, 3, 40, 40])
  }

  /// Where a recipe averages, the averages are asked, and not the last weights.
  @Test func averagesAreAsked() async throws {
    var experiment = Self.watching(Watch(after: [5, 10], count: 11))
    experiment.stages[0].recipe.averaging = .part(2)
    let run = try await lab("store").run(experiment.plan, replicate: 0)
    let plain = try await lab("plain").run(Self.watching(Watch(after: [5, 10], count: 11)).plan, replicate: 0)
    #expect(run.stages[0].losses == plain.stages[0].losses)
    #expect(run.stages[0].milestones.last?.predictions == [Array(run.stages[0].predictions[0].prefix(11))])
    #expect(zip(run.stages[0].milestones, plain.stages[0].milestones).allSatisfy { $0.predictions != $1.predictions })
  }

  /// What a milestone holds is what a stage of so many steps ends with.
  @Test func aMilestoneIsWhatAShorterStageAnswers() async throws {
    let run = try await lab("store").run(Self.watching().plan, replicate: 0)
    var shorter = Self.watching(nil)
    shorter.stages[0].recipe.steps = 21
    let other = try await lab("other").run(shorter.plan, replicate: 0)
    #expect(run.stages[0].milestones[2].predictions[0] == Array(other.stages[0].predictions[0].prefix(11)))
  }

  @Test func onlySomeQuestionsMayBeAsked() async throws {
    var experiment = Self.watching(Watch(everySteps: 20, count: 11, splits: ["graphs/train"]))
    experiment.asked.append(AskedSplit(.graphs(TinyExperiment.split(named: "train")), count: 5))
    #expect(experiment.plan.watched(in: experiment.stages[0]) == [experiment.asked[1]])
    #expect(experiment.plan.watched(in: experiment.stages[1]).isEmpty)
    let run = try await lab("store").run(experiment.plan, replicate: 0)
    #expect(run.stages[0].milestones.map { $0.predictions.map(\.count) } == [[5], [5]])
  }

  /// Before the first milestone, at one, after one, at the stage's end, in the second stage.
  @Test(arguments: [1, 7, 10, 40, 60, 80])
  func aRunThatStoppedGoesOnToTheSameBits(step: Int) async throws {
    let experiment = Self.watching(Watch(everySteps: 7, count: 11), Watch(everySteps: 3, count: 5))
    let whole = try await lab("whole", threads: 1).run(experiment.plan, replicate: 0)
    let listener = RecordingListener()
    let first = lab("stopped", hearing: listener)
    listener.raise(first.stop, atStep: step)
    await #expect(throws: Stopped.self) { try await first.run(experiment.plan, replicate: 0) }
    let run = try await lab("stopped").run(experiment.plan, replicate: 0)
    #expect(run.fingerprint == whole.fingerprint)
    #expect(run.stages.map { $0.milestones.map(\.step) } == whole.stages.map { $0.milestones.map(\.step) })
  }

  /// As after `kill -9`: the checkpoint is of some step between two milestones, and nothing later was kept.
  @Test func aRunThatWasKilledGoesOnToTheSameBits() async throws {
    let experiment = Self.watching()
    let whole = try await lab("whole").run(experiment.plan, replicate: 0)
    let listener = RecordingListener()
    let first = lab("killed", hearing: listener)
    listener.raise(first.stop, atStep: 10)
    await #expect(throws: Stopped.self) { try await first.run(experiment.plan, replicate: 0) }
    let identity = RunIdentity(experiment.plan, replicate: 0, sources: .compiled).hexadecimal
    let store = RunStore(folder: scratch("killed/checkpoints"))
    let early = try #require(try store.load(identity))
    let second = lab("killed")
    _ = try await second.run(experiment.plan, replicate: 0)
    // The later run is gone, and the early checkpoint is what is left.
    try RunStore(folder: scratch("killed/runs")).remove(identity)
    try store.keep(early, identity)
    #expect(try await lab("killed").run(experiment.plan, replicate: 0).fingerprint == whole.fingerprint)
  }
}
