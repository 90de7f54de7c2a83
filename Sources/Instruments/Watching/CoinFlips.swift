/// Batches redrawn at the same weights, held against what a coin with a few real effects would give.
package struct CoinFlips: Sendable, Hashable {
  /// Before which steps.
  package var steps: [Int]
  /// Of the batches that are drawn.
  package var batchSize: Int
  /// Of the batches that the formula speaks of: the same, and others as a control.
  package var predictedFor: [Int]
  package var draws: Int

  package init(before steps: [Int], batchSize: Int, predictedFor: [Int], draws: Int) {
    self.steps = steps
    self.batchSize = batchSize
    self.predictedFor = predictedFor
    self.draws = draws
  }

  /// What was found before one step.
  package struct Point: Sendable, Hashable {
    package var step: Int
    package var measured: Double
    /// By the batch sizes that were asked for.
    package var predicted: [Double]
  }
}
