/// One training of a network of one size, read at several steps.
package struct ScalingRun: Sendable, Hashable {
  /// N: parameters, by the caller's way of counting.
  package let size: Double
  package let replicate: Int
  /// In the order of their steps.
  package let readings: [ScalingReading]

  package init(size: Double, replicate: Int, readings: [ScalingReading]) {
    precondition(
      zip(readings, readings.dropFirst()).allSatisfy { $0.step < $1.step },
      "Readings come in the order of their steps, not \(readings.map(\.step)).")
    (self.size, self.replicate, self.readings) = (size, replicate, readings)
  }

  /// Whether laws, which are of logarithms, can be fitted to it.
  var isPositive: Bool { size.isNormal && size > 0 && readings.allSatisfy(\.isPositive) }

  /// The run without what it read up to and with this step.
  package func after(step: Int) -> ScalingRun {
    ScalingRun(size: size, replicate: replicate, readings: readings.filter { $0.step > step })
  }
}
