extension Draw {
  /// A number from the standard normal distribution.
  ///
  /// Marsaglia's polar method, 1964: a point in the unit disc and one logarithm. The second number that the point
  /// would give is dropped, so that a draw leaves nothing behind in the generator.
  @inlinable
  package static func normal(using generator: inout Generator) -> Double {
    while true {
      let x = 2 * unit(using: &generator) - 1
      let y = 2 * unit(using: &generator) - 1
      let square = x * x + y * y
      if square < 1 && square > 0 { return x * (-2 * naturalLogarithm(square) / square).squareRoot() }
    }
  }

  /// ln(x) of a positive, normal, finite number, within 2 units in the last place, and the same bits on every
  /// machine: the platform's `log` is not.
  ///
  /// x = 2^k m with m in [0.71, 1.42); ln m = 2 artanh s = 2 (s + s^3/3 + s^5/5 + ...) with s = (m - 1)/(m + 1), |s|
  /// < 0.172. The first term left out is s^23/23, below 2^-60 of the first.
  @usableFromInline
  package static func naturalLogarithm(_ x: Double) -> Double {
    precondition(x.isNormal && x > 0, "The logarithm is for positive, normal, finite numbers, not \(x).")
    var (m, k) = (x.significand, Double(x.exponent))
    if m > 1.4142135623730951 { (m, k) = (m / 2, k + 1) }
    let s = (m - 1) / (m + 1)
    let z = s * s
    var series = 0.0
    for odd in stride(from: 21.0, through: 3, by: -2) { series = (series + 1 / odd) * z }
    // ln 2 in two parts: k times the first is exact.
    let (high, low) = (0x1.62e42fefa38p-1, 0x1.ef35793c7673p-45)
    return k * high + (2 * s + (2 * s * series + k * low))
  }
}
