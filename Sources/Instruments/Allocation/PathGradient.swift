import Learning

/// The mean gradient of one loss along a step, by Simpson's rule. Points are kept as sums by their weight in it, so that
/// halving the intervals costs only the new ones.
struct PathGradient {
  private(set) var start, end: [Double]
  /// What the loss's gradient is along the step.
  private(set) var mean: [Double]
  private(set) var startLoss = Double.nan
  private(set) var endLoss = Double.nan
  /// Sums of the points with weight 4, and of those with weight 2.
  private var odd, even: [Double]
  private var one: [Double]

  init(count: Int) {
    start = Array(repeating: 0, count: count)
    (end, mean, odd, even, one) = (start, start, start, start, start)
  }

  /// The step to come begins here.
  mutating func begin(at weights: [Float], _ surface: LossSurface, _ workers: Int) {
    startLoss = surface.loss(at: weights, gradient: &start, workers: workers)
  }

  /// It begins where the last one ended.
  mutating func goOn() {
    swap(&start, &end)
    startLoss = endLoss
  }

  /// It begins with a gradient that somebody else computed, of a loss that sums to so much weight.
  mutating func begin(with gradient: [Float], weight: Double) {
    start.becomeQuotient(of: gradient, by: weight)
  }

  /// Its end, and the points between for so many intervals.
  mutating func measure(_ path: StepPath, _ intervals: Int, _ surface: LossSurface, _ workers: Int) {
    endLoss = surface.loss(at: path.after, gradient: &end, workers: workers)
    odd.clear()
    even.clear()
    for k in 1..<intervals {
      _ = surface.loss(at: path.point(k, of: intervals), gradient: &one, workers: workers)
      if k % 2 == 1 { odd.add(one) } else { even.add(one) }
    }
    average(intervals)
  }

  /// Twice as many intervals as so far.
  mutating func refine(_ path: StepPath, to intervals: Int, _ surface: LossSurface, _ workers: Int) {
    even.add(odd)
    odd.clear()
    for k in stride(from: 1, to: intervals, by: 2) {
      _ = surface.loss(at: path.point(k, of: intervals), gradient: &one, workers: workers)
      odd.add(one)
    }
    average(intervals)
  }

  /// The mean gradient along the first hundredth of the step, by three points; `mean` is left as it is.
  mutating func alongFirstHundredth(_ path: StepPath, _ surface: LossSurface, _ workers: Int) -> [Double] {
    var mean = start
    for (k, weight) in [(1, 4.0), (2, 1.0)] {
      _ = surface.loss(at: path.point(k, of: 200), gradient: &one, workers: workers)
      for index in mean.indices { mean[index] += weight * one[index] }
    }
    return mean.map { $0 / 6 }
  }

  private mutating func average(_ intervals: Int) {
    for index in mean.indices {
      mean[index] = (start[index] + end[index] + 4 * odd[index] + 2 * even[index]) / Double(3 * intervals)
    }
  }
}
