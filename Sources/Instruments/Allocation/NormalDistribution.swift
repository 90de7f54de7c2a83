/// The normal distribution in double precision, the same bits on every machine.
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
    return min(1, max(0, 0.5 + sum * Elementary.exponential(-x * x / 2) * 0.3989422804014327))  // 1 / sqrt(2 pi)
  }
}
