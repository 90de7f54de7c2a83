import Seeds

/// What numbers that were read off runs would have been with other seeds: the runs drawn again with replacement, each size's
/// among themselves. Whole runs, never readings, for a run's readings go together.
package struct RunBootstrap: Sendable, Hashable {
  /// By number: from the 2.5th to the 97.5th percentile of the rounds that had one, interpolated between the two nearest; nil
  /// where fewer than 40 rounds had.
  package let intervals: [ClosedRange<Double>?]
  /// By number: how many rounds had none. An interval of the others alone is narrower than the truth.
  package let missingCounts: [Int]

  /// - Parameters:
  ///   - rounds: at least 40, for the 2.5th percentile lies inside of 40 numbers; 200 tell it well enough.
  ///   - numbers: as many in each round; nil where one cannot be said of the runs.
  package init(
    of runs: [ScalingRun], rounds: Int, reading numbers: ([ScalingRun]) -> [Double?], using generator: inout Generator
  ) {
    precondition(rounds >= 40, "A 95 % interval needs 40 rounds or more, not \(rounds).")
    let found = (0..<rounds).map { _ in numbers(Self.resampled(runs, using: &generator)) }
    precondition(
      found.allSatisfy { $0.count == found[0].count },
      "Each round reads as many numbers, not \(Set(found.map(\.count))).")
    let columns = found[0].indices.map { number in found.compactMap { $0[number] }.filter(\.isFinite) }
    intervals = columns.map(Self.interval)
    missingCounts = columns.map { rounds - $0.count }
  }

  /// As many runs of each size, the smallest size first, each drawn from all of that size.
  static func resampled(_ runs: [ScalingRun], using generator: inout Generator) -> [ScalingRun] {
    let sizes = Dictionary(grouping: runs, by: \.size).sorted { $0.key < $1.key }
    return sizes.flatMap { _, runs in
      runs.map { _ in runs[Draw.integer(in: 0...runs.count - 1, using: &generator)] }
    }
  }

  private static func interval(of numbers: [Double]) -> ClosedRange<Double>? {
    guard numbers.count >= 40 else { return nil }
    let sorted = numbers.sorted()
    func percentile(_ share: Double) -> Double {
      let position = share * Double(sorted.count - 1)
      let index = min(Int(position), sorted.count - 2)
      return sorted[index] + (sorted[index + 1] - sorted[index]) * (position - Double(index))
    }
    return percentile(0.025)...percentile(0.975)
  }
}
