/// Adam (Kingma and Ba, 2015), with either kind of weight decay.
package struct Optimizer: Sendable, Hashable, Codable {
  package enum Decay: String, Sendable, Hashable, Codable {
    /// L2: the decay is added to the gradient, and so is scaled by Adam. PyTorch's `Adam(weight_decay:)`.
    case coupled
    /// AdamW (Loshchilov and Hutter, 2019): the weights shrink on their own.
    case decoupled
  }

  package var beta1: Double
  package var beta2: Double
  package var epsilon: Double
  package var weightDecay: Double
  package var decay: Decay

  package static func adam(weightDecay: Double = 0) -> Optimizer {
    Optimizer(beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: weightDecay, decay: .coupled)
  }

  package static func adamW(weightDecay: Double) -> Optimizer {
    Optimizer(beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: weightDecay, decay: .decoupled)
  }

  /// The numbers of update `step` (the first is 0).
  func update(at step: Int, rate: Double, gradientScale: Float) -> Kernel.AdamStep {
    Kernel.AdamStep(
      rate: Float(rate), beta1: Float(beta1), beta2: Float(beta2), epsilon: Float(epsilon),
      weightDecay: Float(weightDecay), isDecoupled: decay == .decoupled,
      correction1: Float(1 - Self.power(beta1, step + 1)), correction2: Float(1 - Self.power(beta2, step + 1)),
      gradientScale: gradientScale)
  }

  /// By repeated squaring: the same bits on every machine.
  static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, left) = (1.0, base, exponent)
    while left > 0 {
      if left & 1 == 1 { result *= square }
      square *= square
      left >>= 1
    }
    return result
  }
}
