import Training

extension Interval {
  /// The mean of shares that replicates reached on examples of their own.
  ///
  /// Two things make it uncertain: that few replicates were trained, and that few examples were asked. Wilson's interval
  /// asks how many examples one squared quantile is worth, so each has its number: the examples, by the normal quantile;
  /// and as many as a binomial share would need to vary as the replicates do, by Student's, because their spread is
  /// estimated (the modified Wilson interval of Dean and Pagano, 2015). The fewer count. So it stays within 0...1, and
  /// has a width where all replicates agree.
  ///
  /// What it cannot know is a replicate of a kind that is not among them: see `unseenShare`.
  ///
  /// - Parameter examples: of each share.
  package static func ofShares(_ shares: [Double], of examples: [Int]) -> Interval {
    precondition(shares.count == examples.count, "\(shares.count) shares of \(examples.count) numbers of examples.")
    let total = examples.reduce(0, +)
    guard !shares.isEmpty, shares.allSatisfy(\.isFinite), total > 0 else { return .undefined(count: shares.count) }
    let share = shares.mean
    precondition((0...1).contains(share), "A share lies within 0...1, and the mean of \(shares) does not.")
    guard shares.count > 1 else { return .ofMean(shares) }
    let z = 1.959963984540054
    let variance = shares.standardErrorOfMean * shares.standardErrorOfMean
    var worth = Double(total) / (z * z)
    if variance > 0 {
      let t = StudentT(degreesOfFreedom: shares.count - 1).quantile(0.5 + level / 2)
      worth = min(worth, share * (1 - share) / variance / (t * t))
    }
    return wilson(share, worth: worth, count: shares.count)
  }

  /// - Parameter worth: of how many squared quantiles the examples are.
  static func wilson(_ share: Double, worth: Double, count: Int) -> Interval {
    let scale = 1 / (1 + 1 / worth)
    let center = (share + 1 / (2 * worth)) * scale
    let halfWidth = scale * (share * (1 - share) / worth + 1 / (4 * worth * worth)).squareRoot()
    // The two ends that are exact are given exactly: rounding would leave them a hair inside.
    return Interval(
      estimate: share,
      lower: share == 0 ? 0 : max(0, center - halfWidth),
      upper: share == 1 ? 1 : min(1, center + halfWidth),
      count: count)
  }
}
