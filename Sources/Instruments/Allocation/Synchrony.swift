import Seeds

/// Whether several series, one a layer, have their deepest minima at the same steps.
package struct Synchrony: Sendable, Hashable {
  /// By series: the steps of its deepest strict local minima, in order.
  package let peaks: [[Int]]

  /// - Parameter count: how many minima of each series count. Of equally deep ones the earlier does.
  package init(of series: [[Double]], deepest count: Int = 20) {
    precondition(
      series.count > 1 && series.allSatisfy { $0.count == series[0].count } && count > 0,
      "Synchrony is of two series or more of one length, not of \(series.map(\.count)).")
    peaks = series.map { values in
      let minima = values.indices.dropFirst().dropLast().filter {
        values[$0] < values[$0 - 1] && values[$0] < values[$0 + 1]
      }
      return minima.sorted { (values[$0], $0) < (values[$1], $1) }.prefix(count).sorted()
    }
  }

  /// How many pairs of series have a peak at the same step, over all steps.
  package var score: Int { Self.score(peaks) }

  /// How many standard deviations the score lies above that of unrelated series: each one's peaks are moved together, by a
  /// number from `-farthest` to `farthest`, so that their spacing stays. 0 where moving them changes nothing.
  package func z(farthest: Int = 6, draws: Int = 1000, using generator: inout Generator) -> Double {
    precondition(farthest > 0 && draws > 1, "Nothing is told by \(draws) draws of moves up to \(farthest).")
    let scores = (0..<draws).map { _ in
      Double(
        Self.score(
          peaks.map { peaks in
            let move = Draw.integer(in: -farthest...farthest, using: &generator)
            return peaks.map { $0 + move }
          }))
    }
    let mean = scores.reduce(0, +) / Double(draws)
    let variance = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(draws - 1)
    return variance == 0 ? 0 : (Double(score) - mean) / variance.squareRoot()
  }

  /// Each series begun at a step of its own, and going on from its end at its beginning: a control without synchrony.
  package static func rolled(_ series: [[Double]], using generator: inout Generator) -> [[Double]] {
    guard let length = series.first?.count, length >= series.count else {
      preconditionFailure("\(series.count) series need as many different steps to begin at.")
    }
    let starts = Draw.sample(series.count, from: 0...length - 1, using: &generator)
    return zip(series, starts).map { values, start in Array(values[start...] + values[..<start]) }
  }

  private static func score(_ peaks: [[Int]]) -> Int {
    let steps = peaks.joined().sorted()
    var (score, first) = (0, 0)
    for index in steps.indices {
      if steps[index] != steps[first] { first = index }
      score += index - first  // pairs with those before it at the same step
    }
    return score
  }
}
