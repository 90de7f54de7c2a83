/// A nonlinearity applied to each element.
package enum Activation: String, Sendable, Hashable, Codable {
  /// max(x, 0).
  case relu
  /// x Phi(x) with Phi the standard normal distribution, exact through the error function.
  case gelu
  /// The approximation of `gelu` through tanh: x / 2 (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))).
  case geluTanh
  /// 1 / (1 + e^-x).
  case sigmoid
  /// 1 where x > 0, else 0: the sigmoid rounded. It has no slope to learn from.
  case step
}
