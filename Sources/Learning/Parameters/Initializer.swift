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

  /// Normal with a variance of `1 / inputs`: outputs then vary as much as inputs do.
  static func unitVariance(_ inputs: Int) -> Initializer {
    .normal(standardDeviation: 1 / Double(inputs).squareRoot())
  }

  /// Uniform with a bound of `sqrt(6 / (inputs + outputs))` (Glorot and Bengio, 2010).
  static func glorot(inputs: Int, outputs: Int) -> Initializer {
    .uniform(bound: (6 / Double(inputs + outputs)).squareRoot())
  }

  /// One draw a value, in order; none for constants.
  func fill(_ values: UnsafeMutableBufferPointer<Float>, using generator: inout Generator) {
    switch self {
    case .zeros: values.update(repeating: 0)
    case .ones: values.update(repeating: 1)
    case .normal(let standardDeviation):
      for index in values.indices { values[index] = Float(standardDeviation * Draw.normal(using: &generator)) }
    case .uniform(let bound):
      for index in values.indices { values[index] = Float(bound * (2 * Draw.unit(using: &generator) - 1)) }
    }
  }
}
