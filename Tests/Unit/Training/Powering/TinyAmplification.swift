import Data
import Learning
import Seeds

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// A system that trains in milliseconds: contexts of four, networks of odd widths.
enum TinyAmplification {
  static let split = PowerSplit.tiny

  static func answerer(_ split: PowerSplit = split) -> AnswererShape {
    AnswererShape(
      vocabulary: split.format.vocabularySize, factLength: 2, questionLength: split.format.questionLength,
      questionCount: split.questionCount(size: split.sizes.upperBound), embeddingWidth: 5, width: 14, headCount: 2,
      hiddenWidth: 19, factCells: 1, questionCells: 1, dropout: Dropout(probability: 0.1, isSharedOverTokens: true),
      batchNorm: .amplification)
  }

  static func recipe(ticks: Int) -> Recipe {
    Recipe(
      steps: ticks, batchSize: 7, shardCount: 1, optimizer: .adam(beta2: 0.98), schedule: .constant(1e-2),
      gradientNormLimit: 1, averaging: .horizon(3))
  }

  static func system(
    ticks: Int, _ split: PowerSplit = split, failureRate: Double = 0, askerStopsBelow: Double? = nil,
    unlocking: AmplificationRecipe.Unlocking? = nil, measureInterval: Int = 5
  ) -> AmplificationRecipe {
    var askerRecipe = recipe(ticks: 2 * ticks)
    askerRecipe.averaging = nil
    return AmplificationRecipe(
      asker: AskerShape(
        vocabulary: split.format.vocabularySize, roleCount: 4, longest: split.format.askerLength, width: 14,
        headCount: 2, hiddenWidth: 19, cells: 1, dropout: 0.1, batchNorm: .amplification),
      askerRecipe: askerRecipe, failures: OverseerFailures(rate: failureRate, kind: .random), contexts: 7,
      targetRoom: 40, transcriptRoom: 30, firstTargetBatches: 3, firstTranscripts: 10,
      askerStopsBelow: askerStopsBelow, unlocking: unlocking, measureInterval: measureInterval)
  }

  static func training(
    _ system: AmplificationRecipe, ticks: Int, _ split: PowerSplit = split, root: UInt64 = 5,
    from state: AmplificationState? = nil
  ) -> AmplificationTraining {
    let seed = Seed(root: root)
    return AmplificationTraining(
      answerer(split), system, recipe(ticks: ticks), on: split,
      seeds: AmplificationSeeds(
        stage: seed.child("stage"), weights: seed.child("weights"), dropout: seed.child("dropout")), from: state)
  }

  static func experiment(ticks: Int, failureRate: Double = 0.25) -> Experiment {
    let measures: [(AmplificationMeasure, Int)] = [
      (.learner, 40), (.average, 40), (.targets, 40), (.scripted(levels: 3), 40), (.asked(levels: 1), 40),
      (.theory(failureRate: failureRate), 2), (.order, 4), (.log, 1),
    ]
    return Experiment(
      id: "test/amplification", claim: "It amplifies.", profile: .smoke, model: .answerer(answerer()),
      stages: [
        Stage(
          "train", on: .amplification(split, .learner), recipe(ticks: ticks),
          labels: .amplified(system(ticks: ticks, failureRate: failureRate)))
      ], asked: measures.map { AskedSplit(.amplification(split, $0), count: $1) }, replicates: 1,
      claims: [
        .amplified(
          "scripted to the end", .scripted(levels: 3), .everything, .greedyAccuracy, .atLeast(0.99), test: "scripted",
          provenance: .goal("Nobody but the facts answers."))
      ])
  }

  static func toldTheTruth(steps: Int) -> Experiment {
    Experiment(
      id: "test/told", claim: "It learns.", profile: .smoke, model: .answerer(answerer()),
      stages: [Stage("train", on: .amplification(split, .learner), recipe(ticks: steps))],
      asked: [AskedSplit(.amplification(split, .average), count: 40)], replicates: 1,
      claims: [
        .amplified(
          "told", .average, .everything, .sampledAccuracy, .atLeast(0.1), test: "told",
          provenance: .goal("Half of chance."))
      ])
  }
}
