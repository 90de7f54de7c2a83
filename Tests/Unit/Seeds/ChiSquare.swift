/// Pearson's test that counts come from a distribution, and the bound that it may reach.
struct ChiSquare {
  let statistic: Double
  let degreesOfFreedom: Int

  /// The statistic's quantile at 1 - 1e-6, so that one true claim in a million would fail. The draws are pinned: a
  /// claim that passes once passes for ever, and the level only says how surprised one may be when the pinned numbers
  /// change.
  ///
  /// Wilson and Hilferty's cube of a normal, 1931: the normal's own quantile there is 4.753. The cube lies above the
  /// exact quantile, by 15 % at 1 degree of freedom, 10 % at 2 and 7 % at 3.
  var bound: Double {
    let (k, z) = (Double(degreesOfFreedom), 4.753)
    let root = 1 - 2 / (9 * k) + z * (2 / (9 * k)).squareRoot()
    return k * root * root * root
  }

  /// Counts against probabilities that sum to 1. Bins that expect fewer than five are merged with their neighbours.
  init(_ counts: [Int], probabilities: [Double]) {
    precondition(counts.count == probabilities.count, "Every bin needs its probability.")
    let total = Double(counts.reduce(0, +))
    let bins = ChiSquare.merged(zip(counts, probabilities).map { (Double($0), $1 * total) }) { $0.1 }
    statistic = bins.map { ($0.0 - $0.1) * ($0.0 - $0.1) / $0.1 }.reduce(0, +)
    degreesOfFreedom = bins.count - 1
  }

  /// Counts against bins of equal probability.
  init(uniform counts: [Int]) {
    self.init(counts, probabilities: counts.map { _ in 1 / Double(counts.count) })
  }

  /// Two samples of the same unknown distribution, of any sizes. Bins where the smaller sample expects fewer than
  /// five are merged.
  init(_ first: [Int], against second: [Int]) {
    precondition(first.count == second.count, "Every bin needs both counts.")
    let (m, n) = (Double(first.reduce(0, +)), Double(second.reduce(0, +)))
    let share = min(m, n) / (m + n)
    let bins = ChiSquare.merged(zip(first, second).map { (Double($0), Double($1)) }) { ($0.0 + $0.1) * share }
    statistic = bins.map { a, b in
      let difference = a * (n / m).squareRoot() - b * (m / n).squareRoot()
      return difference * difference / (a + b)
    }.reduce(0, +)
    degreesOfFreedom = bins.count - 1
  }

  /// Neighbouring bins joined until each expects five; what is left at the end joins the last.
  private static func merged(
    _ bins: [(Double, Double)], expected: ((Double, Double)) -> Double
  ) -> [(Double, Double)] {
    var result: [(Double, Double)] = []
    var open = (0.0, 0.0)
    for bin in bins {
      open = (open.0 + bin.0, open.1 + bin.1)
      guard expected(open) >= 5 else { continue }
      result.append(open)
      open = (0, 0)
    }
    if let last = result.last { result[result.count - 1] = (last.0 + open.0, last.1 + open.1) }
    precondition(result.count > 1, "The counts leave a single bin: there is nothing to test.")
    return result
  }
}
