import Seeds

/// How a parameter's first values are drawn.
package enum Initializer: Sendable, Hashable {
  case zeros
  case ones
  case normal(standardDeviation: Double)
  /// Uniform between `-bound` and `bound`.
  case uniform(bound: Double)

  /// Uniform with a bound of `1 / sqrt(inputs)`: what PyTorch gives a linear layer.
  static func fanIn(_ inputs: Int) -> Initializer {
    .uniform(bound: 1 / Double(inputs).squareRoot())
  }

  /// Uniform with a bound of `sqrt(6 / (inputs + outputs))` (Glorot and Bengio, 2010).
  static func glorot(inputs: Int, outputs: Int) -> Initializer {
    .uniform(bound: (6 / Double(inputs + outputs)).squareRoot())
  }

  func value(using generator: inout Generator) -> Float {
    switch self {
    case .zeros: 0
    case .ones: 1
    case .normal(let standardDeviation): Float(standardDeviation * Draw.normal(using: &generator))
    case .uniform(let bound): Float(bound * (2 * Draw.unit(using: &generator) - 1))
    }
  }
}
