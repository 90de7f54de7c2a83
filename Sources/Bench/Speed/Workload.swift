import Learning

/// A training that other libraries are timed on too. `tools/peers` writes its first weights and batches for all of them.
package struct Workload: Sendable, Hashable {
  package let name: String
  package let model: EncoderShape
  /// Tokens of every sequence.
  package let length: Int
  package let batchSize: Int
  let shardCount: Int

  /// Different batches, taken in turn.
  package static let batchCount = 8

  /// AdamW as PyTorch has it, at a rate of 1e-3, for as long as anybody wants.
  package var recipe: Recipe {
    Recipe(
      steps: 1_000_000, batchSize: batchSize, shardCount: shardCount, optimizer: .adamW(weightDecay: 0.01),
      schedule: .constant(1e-3))
  }

  /// Its answers are the ids that come next: it can go on by itself.
  package var isCausal: Bool { model.isCausal }

  /// Answers a sequence.
  package var answerCount: Int { model.answerCount(length: length) }

  package var operationsPerExample: Int { model.operations(length: length) }

  /// Of a training step: forward, and twice that backward.
  package var operationsPerStep: Int { 3 * operationsPerExample * batchSize }
}
