import Judging
import Learning

/// What a profile changes in the experiments on hand-made weights.
struct HandmadeScale {
  /// How a perturbed network is trained on.
  let recovery: Recipe
  /// Examples that each replicate of a perturbed network is asked.
  let questions: Int
  /// Those of them that it is asked while it recovers.
  let watched: Int
  /// Examples that each replicate of an untrained network is asked, of graphs of 8 vertices.
  private let exactQuestions: Int

  /// The work of an answer grows with more than the fourth power of the size.
  func exactQuestions(vertexCount n: Int) -> Int { exactQuestions * 512 / (n * n * n) }

  static func at(_ profile: Profile) -> HandmadeScale {
    switch profile {
    case .smoke: HandmadeScale(recovery: recipe(steps: 200), questions: 256, watched: 256, exactQuestions: 2_048)
    case .standard: HandmadeScale(recovery: recipe(steps: 1_000), questions: 2_048, watched: 512, exactQuestions: 2_048)
    case .paper: HandmadeScale(recovery: recipe(steps: 10_000), questions: 8_192, watched: 1_024, exactQuestions: 8_192)
    }
  }

  /// A rate of a thousandth of the smallest weights: at 3e-3 the first steps do more damage than the perturbation did.
  /// The paper trains at 3e-5.
  private static func recipe(steps: Int) -> Recipe {
    Recipe(
      steps: steps, batchSize: 64, shardCount: 2, optimizer: .adam(),
      schedule: .warmupCosine(peak: 1e-3, warmup: steps / 20, end: 0), gradientNormLimit: 1)
  }
}
