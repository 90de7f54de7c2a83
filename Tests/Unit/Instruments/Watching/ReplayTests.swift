import Data
import Learning
import Seeds
import Testing

@testable import Instruments
@testable import Storage
@testable import Training

/// A stage that is trained once more, and watched.
@Suite struct ReplayTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// Two stages, the second of which begins with what the first left, and an arm beside them.
  static func plan(averagingHorizon: Int? = nil) -> TrainingPlan {
    var recipe = TinyExperiment.recipe(steps: 12)
    recipe.averaging = averagingHorizon.map(Averaging.horizon)
    let set = Examples.graphs(TinyExperiment.split(named: "train")).repeated(24)
    return TrainingPlan(
      id: "test/watched", model: .encoder(TinyExperiment.model),
      stages: [
        Stage("train", on: .graphs(TinyExperiment.split(named: "train")), TinyExperiment.recipe(steps: 5)),
        Stage("fine-tune", on: set, recipe), Stage("arm", on: set, recipe, startsOver: true, stream: "fine-tune"),
      ], asked: [], replicates: 2)
  }

  static let sets = [
    WatchedSet("learned from", .graphs(TinyExperiment.split(named: "train")), count: 24, origin: .learnedFrom),
    WatchedSet("fresh", .graphs(TinyExperiment.split(5...7)), count: 17),
  ]
  static let watch = StageWatch(
    "fine-tune", sets, AllocationPlan([.whole(.integrated), .batch(.point)]), follows: [sets[1]],
    coin: CoinFlips(before: [0, 7], batchSize: 8, predictedFor: [8, 4], draws: 5))

  func lab(_ folder: String = "store", threads: Int = 1, hearing listener: RecordingListener = RecordingListener())
    -> Lab
  {
    Lab(LabSettings(threads: threads, storeFolder: scratch(folder), checkpointSeconds: 0), listener: listener)
  }

  @Test(arguments: ["fine-tune", "arm"], [nil, 4]) func itEndsAsTheRunDid(stage: String, horizon: Int?) async throws {
    let plan = Self.plan(averagingHorizon: horizon)
    var watch = Self.watch
    watch.stage = stage
    let lab = lab()
    let run = try await lab.run(plan, replicate: 1)
    let seen = try await lab.watched(watch, of: run, plan)
    #expect(seen.allocation.state.step == 12 && seen.flips.map(\.step) == [0, 7])
    #expect(seen.followed.map(\.count) == [13])
    #expect(try seen.reading(of: .whole(.integrated)).sums.count == 12)
    #expect(seen.allocation.completeness(ofSet: 0).holds && seen.allocation.completeness(ofSet: 1).holds)
    // The followed set is the second one: after each step it has the loss that is allocated there.
    #expect(Array(seen.followed[0].dropFirst()) == seen.allocation.state.steps.map { $0.losses[1] })
    #expect(try await lab.run(plan, replicate: 1).fingerprint == run.fingerprint)
  }

  /// Where a batch is the whole set, the set's loss before each step is the step's own, but for how its sum is rounded.
  @Test func theSetLearnedFromIsTheOneTrainedOn() async throws {
    var plan = Self.plan()
    plan.stages[1].examples = Examples.graphs(TinyExperiment.split(named: "train")).repeated(24, .whole)
    plan.stages[1].recipe.batchSize = 24
    let lab = lab()
    let run = try await lab.run(plan, replicate: 0)
    let watch = StageWatch("fine-tune", [Self.sets[0]], follows: [Self.sets[0]])
    let seen = try await lab.watched(watch, of: run, plan)
    for (followed, trained) in zip(seen.followed[0], run.stages[1].losses) {
      #expect(abs(followed - Double(trained)) <= 1e-5 * followed)
    }
  }

  @Test func anotherRunIsRefused() async throws {
    let plan = Self.plan()
    let lab = lab()
    let run = try await lab.run(plan, replicate: 0)
    var weights = run
    weights.stages[1].parameters[3].negate()
    var losses = run
    losses.stages[1].losses[11] += 1
    for (other, what) in [(weights, "weights"), (losses, "losses")] {
      let problem = await #expect(throws: ReplayProblem.self) { try await lab.watched(Self.watch, of: other, plan) }
      #expect(problem?.kind == .otherBits(what) && problem?.description.contains("GENBENCH_FRESH=1") == true)
    }
    #expect(try RunStore(folder: scratch("store/readings")).identities().isEmpty)
  }

  @Test(arguments: [1, 2, 11, 12]) func itGoesOnWhereItStopped(step: Int) async throws {
    let plan = Self.plan()
    let run = try await lab("whole").run(plan, replicate: 0)
    let whole = try await lab("whole", threads: 2).watched(Self.watch, of: run, plan)
    let listener = RecordingListener()
    let first = lab("stopped", hearing: listener)
    listener.raise(first.stop, atStep: step)
    await #expect(throws: Stopped.self) { try await first.watched(Self.watch, of: run, plan) }
    let later = RecordingListener()
    let seen = try await lab("stopped", hearing: later).watched(Self.watch, of: run, plan)
    #expect(seen == whole)
    #expect(later.progress.allSatisfy { $0.step > step } && later.warnings.isEmpty)
    #expect(try RunStore(folder: scratch("stopped/reading-checkpoints")).identities().isEmpty)
  }

  @Test func itIsKeptAndDamageIsNamed() async throws {
    let plan = Self.plan()
    let run = try await lab().run(plan, replicate: 0)
    let seen = try await lab().watched(Self.watch, of: run, plan)
    let again = RecordingListener()
    #expect(try await lab(hearing: again).watched(Self.watch, of: run, plan) == seen && again.progress.isEmpty)

    let store = RunStore(folder: scratch("store/readings"))
    let identity = try #require(try store.identities().first)
    let bytes = try #require(try store.load(identity))
    // Of the right checksum, and yet not ours.
    for damaged in [Array(bytes.dropLast()), bytes + [0], [], Array("watched stage 0".utf8)] {
      try store.keep(damaged, identity)
      let listener = RecordingListener()
      #expect(try await lab(hearing: listener).watched(Self.watch, of: run, plan) == seen)
      #expect(listener.warnings.count == 1)
      #expect(listener.warnings.first?.contains("Watching test/watched, replicate 0, stage fine-tune, again") == true)
    }
    var flipped = try #require(try AtomicFile.read(store.path(of: identity)))
    flipped[flipped.count / 2] ^= 1
    try AtomicFile.write(flipped, to: store.path(of: identity))
    let listener = RecordingListener()
    #expect(try await lab(hearing: listener).watched(Self.watch, of: run, plan) == seen)
    #expect(listener.warnings.first?.contains(store.path(of: identity)) == true)
  }

  @Test func onlyWhatDecidesItIsItsIdentity() async throws {
    let plan = Self.plan()
    let run = try await lab().run(plan, replicate: 0)
    func identity(_ watch: StageWatch, _ run: Run, _ sources: SourceRevision = .instruments) -> String {
      ReadingIdentity(watch, of: run, sources: sources).hexadecimal
    }
    var other = Self.watch
    other.allocation.tolerance = 0.004
    var moved = run
    moved.stages[0].losses[0] += 1
    var slower = run
    slower.stages[1].seconds += 1
    let own = identity(Self.watch, run)
    #expect(own == identity(Self.watch, slower))
    let others = [
      identity(other, run), identity(Self.watch, moved),
      identity(Self.watch, run, SourceRevision(hexadecimal: "0", toolchain: SourceRevision.compiled.toolchain)),
    ]
    #expect(Set(others + [own]).count == 4)
  }

  @Test func whatHasNoFixedLossIsRefused() async throws {
    var plan = Self.plan()
    plan.stages[1].recipe.steps = 0
    let lab = lab()
    let run = try await lab.run(plan, replicate: 0)
    let problem = await #expect(throws: ReplayProblem.self) { try await lab.watched(Self.watch, of: run, plan) }
    #expect(problem?.description == "test/watched, replicate 0, stage fine-tune: it has no step.")
  }

  @Test func severalWhoAskCostOneReplay() async throws {
    let plan = Self.plan()
    let listener = RecordingListener()
    let lab = lab(hearing: listener)
    let run = try await lab.run(plan, replicate: 0)
    async let one = lab.watched(Self.watch, of: run, plan)
    async let two = lab.watched(Self.watch, of: run, plan)
    #expect(try await one == two)
    #expect(listener.progress.count { $0.experiment.contains("watching") } == 12)
  }
}
