import Data
import Learning
import Seeds
import Testing

@testable import Instruments
@testable import Training

/// Finite sets to learn from, and arms that begin alike.
@Suite struct RepeatedExamplesTests {
  let seed = Seed(root: 5)
  let set = Examples.graphs(.train).repeated(12)

  @Test func anEpochHasEachExampleOnce() {
    let own = Examples.graphs(.train).keys(0..<12, seed: seed)
    for epoch in 0..<3 {
      let keys = set.keys(12 * epoch..<12 * (epoch + 1), seed: seed)
      #expect(
        Dictionary(grouping: keys) { $0 }.mapValues(\.count) == Dictionary(grouping: own) { $0 }.mapValues(\.count))
    }
    #expect(set.keys(0..<12, seed: seed) != set.keys(12..<24, seed: seed))
  }

  /// Keys, classes and what is learned tell of the same order.
  @Test(arguments: [Repetition.shuffled, .stratified(batchSize: 4), .whole])
  func allThatIsSaidOfTheStreamIsOfOneOrder(repetition: Repetition) throws {
    let set = Examples.graphs(.train).repeated(12, repetition)
    var batch = Batch(idsPerToken: 2)
    set.source(seed: seed).append(6..<30, to: &batch)
    let unreachable = Float(GraphSplit.train.unreachableLabel)
    let classes = batch.targets.map { $0 >= unreachable ? 5 : min(Int($0), 5) - 1 }
    #expect(set.classes(6..<30, seed: seed) == classes)
  }

  @Test func armsShareTheirStreamAndFirstWeights() {
    let plan = ReplayTests.plan()
    let seeds = ReplicateSeeds(3)
    #expect(seeds.stage(plan.stages[1]) == seeds.stage(plan.stages[2]))
    #expect(seeds.stage(plan.stages[0]) != seeds.stage(plan.stages[1]))
    #expect(plan.lineage(of: "fine-tune") == [0, 1] && plan.lineage(of: "arm") == [2])
    let run = Run(replicate: 3, stages: [])
    let trainer = plan.trainer(of: plan.stages[2], after: run, maximumWorkers: 1)
    #expect(trainer.state.parameters == plan.model.layout.initialValues(seed: seeds.weights))
  }

  @Test func whatNoStageHasIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) {
      _ = TrainingPlan(
        id: "x", model: .encoder(TinyExperiment.model),
        stages: [Stage("a", on: .graphs(.train), TinyExperiment.recipe(steps: 1), after: "b")], asked: [],
        replicates: 1)
    }
    await #expect(processExitsWith: .failure) {
      _ = Stage("a", on: .graphs(.train), TinyExperiment.recipe(steps: 1), after: "b", startsOver: true)
    }
  }
}
