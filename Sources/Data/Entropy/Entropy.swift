import Seeds

/// Entropies in nats, by this package's own logarithm: the platform's may differ in the last bit between machines.
package enum Entropy {
  package static func logarithm(_ x: Double) -> Double { Draw.naturalLogarithm(x) }

  /// Of one of so many things, all equally probable.
  static func uniform(_ count: Int) -> Double { logarithm(Double(count)) }

  /// Of the order of so many different things.
  static func order(of count: Int) -> Double { (1...max(count, 1)).reduce(0) { $0 + uniform($1) } }

  /// Of one of some things with these probabilities.
  static func of(_ probabilities: [Double]) -> Double { probabilities.reduce(0) { $0 + term($1) } }

  /// What one probability adds; nothing where it is 0.
  static func term(_ probability: Double) -> Double {
    probability > 0 ? -probability * logarithm(probability) : 0
  }
}
