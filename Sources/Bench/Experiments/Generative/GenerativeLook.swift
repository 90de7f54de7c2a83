import Instruments

/// What one network lacked after so many steps, in nats a sequence.
struct GenerativeLook {
  let width: Int
  /// N: the weights of the blocks, without embeddings, head, and norms, which do not learn here.
  let size: Int
  let step: Int
  /// Tokens seen.
  let tokens: Double
  /// `[parts]`: the reducible loss, by part of the sequence.
  let parts: [Double]
  /// The same with the chance of which tokens came: the surprise less the entropy, of the whole sequence and by part.
  let excess: SampledMean
  let partExcesses: [SampledMean]

  var reducible: Double { parts.reduce(0, +) }

  /// Of training so far: 6 a parameter and token.
  var operations: Double { 6 * Double(size) * tokens }

  func reading(of loss: Double) -> ScalingReading {
    ScalingReading(step: step, data: tokens, compute: operations, loss: loss)
  }
}
