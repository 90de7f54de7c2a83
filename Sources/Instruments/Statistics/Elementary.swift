import Seeds
import Training

/// Logarithms, exponentials and powers in double precision, by formulas of our own: the platform's may differ in the last bit
/// from one machine to another.
package enum Elementary {
  /// ln x of a positive, normal, finite number, within 2 units in the last place.
  package static func logarithm(_ x: Double) -> Double { Draw.naturalLogarithm(x) }

  /// log10 x of a positive, normal, finite number, within 3 units in the last place.
  package static func decimalLogarithm(_ x: Double) -> Double { logarithm(x) / 2.302585092994046 }

  /// e^x, within 2 units in the last place.
  package static func exponential(_ x: Double) -> Double { Double.exponential(x) }

  /// x^y of a positive, normal, finite x: e^(y ln x), whose relative error grows with the exponent: below 4e-16 (1 + |y ln x|).
  package static func power(_ x: Double, _ y: Double) -> Double { exponential(y * logarithm(x)) }
}
