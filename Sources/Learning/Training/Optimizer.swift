/// How the gradient of a step changes the parameters. Formulas and default values are PyTorch's.
package struct Optimizer: Sendable, Hashable, Codable {
  package enum Rule: Sendable, Hashable, Codable {
    /// Gradient descent. `momentum` of the last change is repeated in the next one (Polyak, 1964); 0 is none.
    case descent(momentum: Double)
    /// Divides by the root of a running mean of squares, of which `smoothing` is kept each step (Hinton, 2012). The
    /// quotient may have a momentum.
    case rmsProp(smoothing: Double, momentum: Double, epsilon: Double)
    /// Running means of gradients and of squares, both without the bias towards zero (Kingma and Ba, 2015).
    case adam(beta1: Double, beta2: Double, epsilon: Double)
  }

  package enum Decay: String, Sendable, Hashable, Codable {
    /// L2: the decay is added to the gradient, and so is scaled as it is. PyTorch's `weight_decay`.
    case coupled
    /// The weights shrink on their own, as in AdamW (Loshchilov and Hutter, 2019).
    case decoupled
  }

  package var rule: Rule
  package var weightDecay: Double
  package var decay: Decay

  package static func sgd(momentum: Double = 0, weightDecay: Double = 0) -> Optimizer {
    Optimizer(rule: .descent(momentum: momentum), weightDecay: weightDecay, decay: .coupled)
  }

  package static func rmsProp(
    smoothing: Double = 0.99, momentum: Double = 0, weightDecay: Double = 0
  ) -> Optimizer {
    Optimizer(
      rule: .rmsProp(smoothing: smoothing, momentum: momentum, epsilon: 1e-8), weightDecay: weightDecay,
      decay: .coupled)
  }

  package static func adam(beta2: Double = 0.999, weightDecay: Double = 0) -> Optimizer {
    Optimizer(rule: .adam(beta1: 0.9, beta2: beta2, epsilon: 1e-8), weightDecay: weightDecay, decay: .coupled)
  }

  package static func adamW(beta2: Double = 0.999, weightDecay: Double) -> Optimizer {
    Optimizer(rule: .adam(beta1: 0.9, beta2: beta2, epsilon: 1e-8), weightDecay: weightDecay, decay: .decoupled)
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
