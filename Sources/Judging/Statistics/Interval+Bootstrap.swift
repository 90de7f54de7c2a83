import Training

extension Interval {
  /// The mean and its percentile bootstrap interval: for many examples whose losses are far from bell-shaped.
  ///
  /// Each round draws as many values as there are, with replacement, and keeps their mean; the bounds are the 2.5th and
  /// 97.5th percentile of those means, interpolated between the two nearest.
  ///
  /// - Parameter rounds: resamples, at least 40 (the 2.5th percentile must be inside them); 2,000 is usual.
  @inlinable
  package static func bootstrap(
    meanOf values: [Double], rounds: Int, using generator: inout some RandomNumberGenerator
  ) -> Interval {
    precondition(rounds >= 40, "a 95 % interval needs 40 resamples or more, got \(rounds)")
    guard !values.isEmpty, values.allSatisfy(\.isFinite) else { return .undefined(count: values.count) }
    let count = UInt64(values.count)
    var means = [Double]()
    means.reserveCapacity(rounds)
    for _ in 0..<rounds {
      var sum = 0.0
      for _ in values.indices {
        // The high word of the product: an index within 2^-64 of uniform, pinned here because the standard library does
        // not promise to keep its own way of drawing one.
        sum += values[Int(generator.next().multipliedFullWidth(by: count).high)]
      }
      means.append(sum / Double(count))
    }
    return percentiles(of: means, around: values)
  }

  @usableFromInline
  static func percentiles(of means: [Double], around values: [Double]) -> Interval {
    let sorted = means.sorted()
    func percentile(_ share: Double) -> Double {
      let position = share * Double(sorted.count - 1)
      let index = min(Int(position), sorted.count - 2)
      let fraction = position - Double(index)
      return sorted[index] + (sorted[index + 1] - sorted[index]) * fraction
    }
    let tail = (1 - level) / 2
    return Interval(
      estimate: values.mean, lower: percentile(tail), upper: percentile(1 - tail), count: values.count)
  }
}
