import Foundation

@testable import Learning

extension NaiveKernel {
  static func activate(_ kind: Activation, _ x: Double) -> Double {
    switch kind {
    case .relu: max(x, 0)
    case .gelu: x / 2 * (1 + erf(x / 2.squareRoot()))
    case .geluTanh: x / 2 * (1 + tanh((2 / Double.pi).squareRoot() * (x + 0.044715 * x * x * x)))
    case .sigmoid: 1 / (1 + exp(-x))
    case .step: x > 0 ? 1 : 0
    }
  }
}
