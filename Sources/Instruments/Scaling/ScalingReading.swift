/// What one training of a size had come to at one step.
package struct ScalingReading: Sendable, Hashable {
  package let step: Int
  /// D: examples or tokens seen.
  package let data: Double
  /// C: operations spent.
  package let compute: Double
  package let loss: Double

  package init(step: Int, data: Double, compute: Double, loss: Double) {
    (self.step, self.data, self.compute, self.loss) = (step, data, compute, loss)
  }

  /// Whether laws, which are of logarithms, can be fitted to it.
  var isPositive: Bool { [data, compute, loss].allSatisfy { $0.isNormal && $0 > 0 } }
}
