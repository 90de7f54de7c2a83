import Data
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// Stages that do not begin where the one before them ended.
@Suite struct LineageTests {
  static func branching() -> Experiment {
    var experiment = TinyExperiment.make(steps: 20)
    let recipe = experiment.stages[1].recipe
    experiment.stages.append(
      Stage("other", on: .graphs(TinyExperiment.split()), recipe, after: "train"))
    experiment.stages.append(Stage("last", on: .graphs(TinyExperiment.split()), recipe))
    return experiment
  }

  @Test func aStageBeginsWhereTheOneBeforeEndedUnlessItSaysOtherwise() {
    let experiment = Self.branching()
    #expect(experiment.plan.lineage(of: "train") == [0])
    #expect(experiment.plan.lineage(of: "fine-tune") == [0, 1])
    #expect(experiment.plan.lineage(of: "other") == [0, 2])
    #expect(experiment.plan.lineage(of: "last") == [0, 2, 3])
  }

  /// A branch ends with the bits that it has alone.
  @Test func aBranchIsWhatItWouldBeAlone() async throws {
    let runs = try await ExperimentJudgingTests.runs(Self.branching())
    var alone = Self.branching()
    alone.stages.remove(at: 1)
    alone.stages[1].after = nil
    let other = try await ExperimentJudgingTests.runs(alone)
    #expect(runs[0].stage(named: "other").parameters == other[0].stage(named: "other").parameters)
    #expect(runs[0].stage(named: "last").parameters == other[0].stage(named: "last").parameters)
    #expect(
      runs[0].stage(named: "other").parameters != runs[0].stage(named: "fine-tune").parameters)
  }

  @Test func whatABranchNeverWentThroughIsNotSeen() {
    let exposure = Exposure(seen: [[[1, 0, 0], [0, 1, 0], [0, 0, 1]]])
    #expect(exposure.column(of: 0, over: [0, 2]) == [1, 0, 1])
  }

  @Test func aStageCannotBeginAtALaterOne() async {
    await #expect(processExitsWith: .failure) {
      let tiny = TinyExperiment.make()
      let later = Stage("early", on: tiny.stages[0].examples, tiny.stages[0].recipe, after: "train")
      _ = Experiment(
        id: tiny.id, claim: tiny.claim, profile: .smoke, model: tiny.model,
        stages: [later] + tiny.stages,
        asked: tiny.asked, replicates: 1, claims: tiny.claims)
    }
  }
}
