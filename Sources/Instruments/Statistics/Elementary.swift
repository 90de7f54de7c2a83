import Seeds

/// Logarithms, exponentials and powers in double precision, by formulas of our own: the platform's may differ in the last bit
/// from one machine to another.
package enum Elementary {
  /// ln x of a positive, normal, finite number, within 2 units in the last place.
  package static func logarithm(_ x: Double) -> Double { Draw.naturalLogarithm(x) }

  /// log10 x of a positive, normal, finite number, within 3 units in the last place.
  package static func decimalLogarithm(_ x: Double) -> Double { logarithm(x) / 2.302585092994046 }

  /// e^x, within 2 units in the last place: a power of two times the Taylor series of a number of at most ln 2 / 2.
  package static func exponential(_ x: Double) -> Double {
    guard abs(x) < 746 else { return x < 0 ? 0 : x > 0 ? .infinity : .nan }  // e^746 and e^-746 are no doubles
    let power = (x * 1.4426950408889634).rounded()  // by 1 / ln 2
    let rest = (x - power * 0x1.62e42feep-1) - power * 0x1.a39ef35793c76p-33  // ln 2, its first 32 bits alone
    var sum = 1.0
    for factor in stride(from: 17.0, through: 1, by: -1) { sum = 1 + sum * rest / factor }
    return Double(sign: .plus, exponent: Int(power), significand: sum)
  }

  /// x^y of a positive, normal, finite x: e^(y ln x), whose relative error grows with the exponent: below 4e-16 (1 + |y ln x|).
  package static func power(_ x: Double, _ y: Double) -> Double { exponential(y * logarithm(x)) }
}
