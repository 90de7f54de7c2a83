import Learning

/// What a profile changes in the experiments on hand-made weights.
struct HandmadeScale {
  /// How a perturbed network is trained on.
  let recovery: Recipe
  /// Examples that each replicate of a perturbed network is asked.
  let questions: Int
  /// Those of them that it is asked while it recovers.
  let watched: Int
  /// Of graphs of 8 vertices; larger networks are asked fewer, as their work grows with the fourth power of the size.
  let exactQuestions: Int

  static func at(_ profile: Profile) -> HandmadeScale {
    switch profile {
    case .smoke: HandmadeScale(recovery: recipe(steps: 40), questions: 256, watched: 256, exactQuestions: 512)
    case .standard: HandmadeScale(recovery: recipe(steps: 800), questions: 2_048, watched: 512, exactQuestions: 2_048)
    case .paper: HandmadeScale(recovery: recipe(steps: 10_000), questions: 8_192, watched: 1_024, exactQuestions: 8_192)
    }
  }

  /// A rate of a thousandth of what the smallest weights are: larger ones do more damage in their first steps than the
  /// perturbation did. The source trains with 3e-5.
  private static func recipe(steps: Int) -> Recipe {
    Recipe(
      steps: steps, batchSize: 64, shardCount: 4, optimizer: .adam(),
      schedule: .warmupCosine(peak: 3e-4, warmup: steps / 20, end: 0), gradientNormLimit: 1)
  }
}
