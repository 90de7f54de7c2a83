@testable import Learning

extension NaiveKernel {
  /// The average after one more number.
  static func blend(_ x: Double, fraction: Double, into average: Double) -> Double {
    average + (x - average) * fraction
  }
}
