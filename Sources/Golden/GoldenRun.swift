import Data
import Learning
import Training

/// A training small enough for every test run, whose last bits are kept: another machine, instruction set, thread count
/// or compiler that reaches a number is caught by it.
package enum GoldenRun {
  /// One plan a kind of block, so that every kernel has a part in one of them.
  package static let plans = [
    plan("golden/post-norm-relu", .post, .relu, .concatenate, .adam(weightDecay: 1e-4)),
    plan("golden/post-norm-gelu", .post, .geluTanh, .sum, .adam()),
    plan("golden/pre-norm-gelu", .pre, .gelu, .sum, .adamW(weightDecay: 0.01)),
  ]

  private static func plan(
    _ id: String, _ order: NormOrder, _ activation: Activation, _ combination: EmbeddingCombination,
    _ optimizer: Optimizer
  ) -> TrainingPlan {
    // 44 = 2 heads of 22: no size is a whole number of vectors.
    let model = EncoderShape(
      vocabulary: 17, idsPerToken: 2, combination: combination, width: 44, layerCount: 2, headCount: 2,
      hiddenWidth: 94, activation: activation, normOrder: order, outputs: 1)
    let recipe = Recipe(
      steps: 40, batchSize: 48, shardCount: 5, optimizer: optimizer,
      schedule: .warmupCosine(peak: 2e-3, warmup: 8, end: 1e-4), gradientNormLimit: 1)
    return TrainingPlan(
      id: id, model: .encoder(model),
      stages: [
        Stage("train", on: .graphs(.train), recipe), Stage("fine-tune", on: .graphs(.fineTune), recipe),
      ],
      asked: [AskedSplit(.graphs(.onPathAnyTarget), count: 100)], replicates: 1)
  }
}
