import Data
import Learning
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// Hand-made weights, perturbed by one stage without steps and kept by the next, which learns at a rate of 0.
@Suite struct LabPerturbationTests {
  private static let search = HandmadeSearch(vertexCount: 5, constants: .exact(vertexCount: 5))
  private static let family = Perturbation("spread", .value)

  private static func experiment(_ perturbation: Perturbation?) -> Experiment {
    func recipe(_ steps: Int) -> Recipe {
      Recipe(steps: steps, batchSize: 3, shardCount: 1, optimizer: .adam(), schedule: .constant(0))
    }
    let examples = Examples.searches(.ofSize(5))
    return Experiment(
      id: "test/perturbed", claim: "It is damaged.", profile: .smoke, model: .attentionOnly(search.shape),
      firstWeights: .handmade(search),
      stages: [
        Stage("perturb", on: examples, recipe(0), perturbation: perturbation),
        Stage("recover", on: examples, recipe(4), watch: Watch(everySteps: 2, count: 7)),
      ],
      asked: [AskedSplit(examples, count: 31)], replicates: 2, claims: [])
  }

  private func run(_ experiment: Experiment, replicate: Int) async throws -> Run {
    let scratch = try ScratchFolder()
    return try await Lab(LabSettings(threads: 1, storeFolder: scratch("store"))).run(
      experiment.plan, replicate: replicate)
  }

  @Test func aStageWithoutStepsOnlyPerturbs() async throws {
    let experiment = Self.experiment(Self.family)
    for replicate in 0..<2 {
      let run = try await run(experiment, replicate: replicate)
      let seed = ReplicateSeeds(replicate).perturbation(experiment.stages[0])
      let damaged = Self.family.applied(to: Self.search.weights, of: experiment.model, seed: seed)
      #expect(run.stages.map(\.parameters) == [damaged, damaged])
      #expect(run.stages.map(\.losses.count) == [0, 4])
      #expect(run.stages[1].milestones.map(\.step) == [2, 4])
      #expect(run.stages[0].predictions == run.stages[1].predictions)
    }
  }

  @Test func unperturbedWeightsAnswerWithoutError() async throws {
    let experiment = Self.experiment(nil)
    let run = try await run(experiment, replicate: 0)
    let question = experiment.asked[0]
    let evaluation = question.examples.evaluation(
      of: run.stages[0].predictions[0], count: question.count, seed: ReplicateSeeds(0).questions(of: question))
    #expect(evaluation.truths == evaluation.predictions)
    #expect(Set(evaluation.truths).count > 2)
    #expect(run.stages[0].parameters == Self.search.weights)
  }
}
