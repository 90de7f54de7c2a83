/// Of how many trainings something may be true of which few or none were seen: where 5 of 5 replicates are good, still up to
/// 45 % of all may be bad.
package struct UnseenShare: Hashable, Sendable {
  package let seen: Int
  package let count: Int

  /// - Parameter seen: how many of `count` replicates it is true of.
  package init(seen: Int, of count: Int) {
    precondition(count > 0 && (0...count).contains(seen), "\(seen) of \(count) replicates cannot be.")
    (self.seen, self.count) = (seen, count)
  }

  /// The share at which so few, or fewer, are seen with probability 0.05: the one-sided bound of Clopper and Pearson. It
  /// assumes nothing but that replicates are independent.
  package var upper: Double {
    guard seen < count else { return 1 }
    var (lower, upper) = (0.0, 1.0)
    while true {
      let middle = lower + (upper - lower) / 2
      if middle <= lower || middle >= upper { return upper }
      if probabilityOfSoFew(at: middle) > 1 - Interval.level { lower = middle } else { upper = middle }
    }
  }

  private func probabilityOfSoFew(at share: Double) -> Double {
    var sum = 0.0
    for number in 0...seen {
      // count over number, times the powers: products only, so that every machine rounds alike.
      var term = 1.0
      for factor in 0..<number { term *= Double(count - factor) / Double(factor + 1) * share }
      for _ in number..<count { term *= 1 - share }
      sum += term
    }
    return sum
  }
}
