import Data
import Learning
import Seeds
import Testing

@testable import Instruments
@testable import Judging
@testable import Storage
@testable import Training

/// One plan whose stages train networks of several sizes.
@Suite struct LabSweepTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  static func network(_ width: Int) -> Architecture {
    var shape = TinyExperiment.model
    shape.width = width
    return .encoder(shape)
  }

  static let examples = Examples.graphs(TinyExperiment.split(named: "train"))

  static func size(_ width: Int, _ recipe: Recipe = TinyExperiment.recipe(steps: 12)) -> Stage {
    Stage(
      "width \(width)", on: examples, recipe, model: network(width), startsOver: true, stream: "all",
      watch: Watch(after: [3, 7], count: 5))
  }

  static func tuning(_ width: Int) -> Stage {
    Stage(
      "tuned \(width)", on: .graphs(TinyExperiment.split()), TinyExperiment.recipe(steps: 9), model: network(width),
      after: "width \(width)")
  }

  /// A stage that lends its stream, of the plan's own model, and two sizes, each tuned.
  static var stages: [Stage] { [lender, size(4), size(10), tuning(4), tuning(10)] }

  static var lender: Stage { Stage("all", on: examples, TinyExperiment.recipe(steps: 5)) }

  static func plan(_ stages: [Stage] = stages) -> TrainingPlan {
    TrainingPlan(
      id: "test/sweep", model: network(8), stages: stages,
      asked: [AskedSplit(.graphs(TinyExperiment.split()), count: 13)], replicates: 1)
  }

  func lab(_ folder: String, hearing listener: RecordingListener = RecordingListener()) -> Lab {
    Lab(LabSettings(threads: 2, storeFolder: scratch(folder), checkpointSeconds: 0), listener: listener)
  }

  /// Each size has the bits that it would have in an experiment of its own: of its own first weights, on the shared stream.
  @Test(arguments: [4, 10]) func aSizeIsTheNetworkAlone(width: Int) async throws {
    let run = try await lab("store").run(Self.plan(), replicate: 0)
    let alone = TrainingPlan(
      id: "test/alone", model: Self.network(width),
      stages: [
        Stage("all", on: Self.examples, TinyExperiment.recipe(steps: 12), watch: Watch(after: [3, 7], count: 5)),
        Stage("tuned \(width)", on: .graphs(TinyExperiment.split()), TinyExperiment.recipe(steps: 9)),
      ], asked: Self.plan().asked, replicates: 1)
    let other = try await lab("alone").run(alone, replicate: 0)
    for (one, two) in zip(["width \(width)", "tuned \(width)"], ["all", "tuned \(width)"]) {
      var (found, expected) = (run.stage(named: one), other.stage(named: two))
      (found.name, found.seconds, expected.name, expected.seconds) = ("", 0, "", 0)
      #expect(found == expected && found.parameters.count == Self.network(width).layout.count)
    }
    #expect(run.stage(named: "width 4").losses != run.stage(named: "width 10").losses)
  }

  /// In the first size, in the second, while one is tuned: the kept weights are those of the unfinished stage's size.
  @Test(arguments: [1, 6, 15, 20, 30, 36, 45]) func itGoesOnWhereItStopped(step: Int) async throws {
    let whole = try await lab("whole").run(Self.plan(), replicate: 0)
    let listener = RecordingListener()
    let first = lab("stopped", hearing: listener)
    listener.raise(first.stop, atStep: step)
    await #expect(throws: Stopped.self) { try await first.run(Self.plan(), replicate: 0) }
    let later = RecordingListener()
    let run = try await lab("stopped", hearing: later).run(Self.plan(), replicate: 0)
    #expect(run.fingerprint == whole.fingerprint)
    #expect(later.warnings.isEmpty && later.progress.allSatisfy { $0.step > step })
  }

  /// A replay of a stage is of that stage's network.
  @Test func aSizeCanBeWatched() async throws {
    let lab = lab("store")
    let run = try await lab.run(Self.plan(), replicate: 0)
    let watch = StageWatch("tuned 10", [WatchedSet("fresh", Self.examples, count: 9)])
    let seen = try await lab.watched(watch, of: run, Self.plan())
    #expect(seen.allocation.tensors == Self.network(10).layout.tensors)
    #expect(seen.allocation.completeness(ofSet: 0).holds)
  }

  /// Without watches nothing is trained again, and the run itself is what there is to read.
  @Test func anInstrumentMayReadTheRunItself() async throws {
    struct Ends: Instrument {
      var watches: [StageWatch] { [] }
      func readings(_ seen: Sighting) -> [Reading] {
        seen.run.stages.map { Reading($0.name, Double($0.losses.last!)) }
      }
    }
    let listener = RecordingListener()
    let lab = lab("store", hearing: listener)
    let run = try await lab.run(Self.plan(), replicate: 0)
    let steps = listener.progress.count
    let sightings = try await lab.sightings(by: Instrumentation(Ends()), of: [run], Self.plan())
    #expect(listener.progress.count == steps && sightings.map(\.replicate) == [0])
    #expect(Ends().readings(sightings[0]).map(\.value) == run.stages.map { Double($0.losses.last!) })
  }

  /// Streams that several sizes share are walked through once, and each stage has seen what it learned from.
  @Test func whatASizeHasSeenIsItsOwnStream() {
    func seen(_ stages: [Stage]) -> [[UInt8]] {
      Exposure(of: Self.plan([Self.lender] + stages), replicate: 0, cores: Cores(1)).seen[0]
    }
    let (short, long) = (TinyExperiment.recipe(steps: 1), TinyExperiment.recipe(steps: 40))
    let both = seen([Self.size(4, short), Self.size(10, long), Self.size(4, long).renamed("once more")])
    #expect(both[1] != both[2] && both[2] == both[3])
    #expect(seen([Self.size(10, long)])[1] == both[2] && seen([Self.size(4, short)])[1] == both[1])
  }

  @Test func whatCannotBeOneLineageIsRefused() async {
    await #expect(processExitsWith: .success) { _ = LabSweepTests.plan() }
    await #expect(processExitsWith: .failure) {
      _ = LabSweepTests.plan(
        LabSweepTests.stages + [Stage("next", on: LabSweepTests.examples, TinyExperiment.recipe(steps: 1))])
    }
    await #expect(processExitsWith: .failure) {
      var stage = LabSweepTests.tuning(10).renamed("other")
      stage.after = "width 4"
      _ = LabSweepTests.plan(LabSweepTests.stages + [stage])
    }
  }

  @Test func stepsOfAWatchAscend() async {
    await #expect(processExitsWith: .success) { _ = Watch(after: [3, 4], count: 1) }
    await #expect(processExitsWith: .failure) { _ = Watch(after: [3, 3], count: 1) }
    await #expect(processExitsWith: .failure) { _ = Watch(after: [], count: 1) }
  }
}

extension Stage {
  fileprivate func renamed(_ name: String) -> Stage {
    var stage = self
    stage.name = name
    return stage
  }
}
