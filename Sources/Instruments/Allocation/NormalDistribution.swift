/// The normal distribution in double precision, by formulas of our own: the platform's may differ in the last bit from one
/// machine to another.
package enum NormalDistribution {
  /// How probable a standard normal number is to lie below x: 1/2 + density(x) (x + x^3/3 + x^5/(3 5) + ...), whose terms
  /// all have the same sign. Error below 1e-15.
  package static func cumulative(_ x: Double) -> Double {
    guard abs(x) < 8.5 else { return x < 0 ? 0 : x > 0 ? 1 : .nan }
    var (term, sum, odd) = (x, 0.0, 1.0)
    while sum + term != sum {
      sum += term
      odd += 2
      term *= x * x / odd
    }
    return min(1, max(0, 0.5 + sum * exponential(-x * x / 2) * 0.3989422804014327))  // 1 / sqrt(2 pi)
  }

  /// e^x for x from -700 to 700: a power of two times the Taylor series of a number of at most ln 2 / 2.
  static func exponential(_ x: Double) -> Double {
    let power = (x * 1.4426950408889634).rounded()  // by 1 / ln 2
    let rest = (x - power * 0x1.62e42feep-1) - power * 0x1.a39ef35793c76p-33  // ln 2, its first 32 bits alone
    var sum = 1.0
    for factor in stride(from: 17.0, through: 1, by: -1) { sum = 1 + sum * rest / factor }
    return Double(sign: .plus, exponent: Int(power), significand: sum)
  }
}
