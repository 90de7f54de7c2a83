import Training

/// How often a second something can be done, once it is warm.
enum SteadyRate {
  /// Windows of about a third of a second; the median of seven is not moved by three that another process disturbed.
  private static let windowCount = 7
  private static let windowSeconds = 0.3

  /// The median of the windows' rates. `advance` does as many as it is told.
  static func measure<Problem: Error>(_ advance: (Int) throws(Problem) -> Void) throws(Problem) -> Double {
    // As many a window as fill it, from a first guess that also warms up.
    var count = 1
    while true {
      let seconds = try time(count, advance)
      if seconds > windowSeconds / 2 || count > 1 << 30 {
        count = max(1, Int((Double(count) * windowSeconds / seconds).rounded()))
        break
      }
      count *= 2
    }
    var rates: [Double] = []
    for _ in 0..<windowCount { rates.append(Double(count) / (try time(count, advance))) }
    return rates.sorted()[windowCount / 2]
  }

  private static func time<Problem: Error>(
    _ count: Int, _ advance: (Int) throws(Problem) -> Void
  ) throws(Problem) -> Double {
    let clock = Stopwatch()
    try advance(count)
    return max(clock.seconds, 1e-9)
  }
}
