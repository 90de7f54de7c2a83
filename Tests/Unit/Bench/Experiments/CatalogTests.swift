import Learning
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// A study is trained only where it is named, so that nobody may notice for long that it cannot be.
@Suite struct CatalogTests {
  private static let studiesAndSuite = Experiment.all(.smoke).filter { experiment in
    // Systems are trained and asked whole, in `AmplificationExperimentTests`.
    experiment.stages.allSatisfy { if case .amplified = $0.labels { false } else { true } }
  }

  /// One that is misspelt would be a stream of its own.
  @Test func everyStreamIsAStages() {
    let all = Experiment.all(.standard)
    #expect(all.contains { $0.stages.contains { $0.stream != nil } })
    for experiment in all {
      let streams = Set(experiment.stages.compactMap(\.stream))
      #expect(streams.isSubset(of: experiment.stages.map(\.name)), "\(experiment.id)")
    }
  }

  @Test(arguments: studiesAndSuite.map(\.id))
  func everyNetworkCanBeTrainedAndAsked(id: String) throws {
    let experiment = try Experiment.named(id, .smoke)
    let seeds = ReplicateSeeds(0)
    func first(_ model: Architecture) -> ModelValues {
      ModelValues(
        parameters: experiment.firstWeights.values(of: model, seed: seeds.weights),
        statistics: model.model.firstStatistics)
    }
    for stage in experiment.stages {
      let model = experiment.plan.model(of: stage)
      let values = first(model)
      var recipe = stage.recipe
      (recipe.steps, recipe.batchSize, recipe.shardCount) = (1, 2, 1)
      recipe.schedule = .constant(1e-3)
      let trainer = Trainer(
        model.program(for: .learning), recipe, on: stage.source(seed: seeds.stage(stage)),
        from: TrainingState(parameters: values.parameters, statistics: values.statistics), maximumWorkers: 1,
        dropoutSeed: seeds.dropout(stage))
      try trainer.advance(by: 1, workers: 1)
      #expect(trainer.lastLoss.isFinite)
    }
    for var question in experiment.asked {
      question.count = 2 * question.examples.questionsAtOnce
      let seed = seeds.questions(of: question)
      let model = experiment.plan.model(of: experiment.stages[0])
      let answers = question.answers(of: model, first(model), seed: seed)
      let others = Array(answers.reversed())
      let evaluations = [answers, others].map {
        question.examples.evaluation(of: $0, count: question.count, seed: seed)
      }
      #expect(evaluations[0].count == question.count)
      // Of several models that answered the same, the examples are drawn once.
      #expect(
        question.examples.evaluations(of: [answers, others], count: question.count, seed: seed) == evaluations)
    }
  }
}
