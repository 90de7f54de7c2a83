import Learning

extension Recipe {
  /// Adam, whose rate climbs for a tenth of the steps and falls to nothing by the last; gradients longer than 1 are clipped.
  static func climbing(to peak: Double, steps: Int, batchSize: Int, shardCount: Int) -> Recipe {
    Recipe(
      steps: steps, batchSize: batchSize, shardCount: shardCount, optimizer: .adam(),
      schedule: .warmupCosine(peak: peak, warmup: steps / 10, end: 0), gradientNormLimit: 1)
  }
}
