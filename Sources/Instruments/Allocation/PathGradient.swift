import Learning

/// The mean gradient of one loss along a step, summed panel by panel.
struct PathGradient {
  private(set) var start, end: [Double]
  /// What the loss's gradient is along the step.
  private(set) var mean: [Double]
  private(set) var startLoss = Double.nan
  private(set) var endLoss = Double.nan

  init(count: Int) {
    start = Array(repeating: 0, count: count)
    (end, mean) = (start, start)
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

  /// Where the step ends; nothing lies between its ends yet.
  mutating func finish(_ path: StepPath, _ surface: LossSurface, _ workers: Int) {
    endLoss = surface.loss(at: path.after, gradient: &end, workers: workers)
    mean.clear()
  }

  func first(along path: StepPath) -> LinePoint { LinePoint(loss: startLoss, gradient: start, along: path) }
  func last(along path: StepPath) -> LinePoint { LinePoint(loss: endLoss, gradient: end, along: path) }

  /// Simpson's rule, by how much of the line the panel is.
  mutating func add(_ panel: LinePanel, _ from: LinePoint, _ middle: LinePoint, _ to: LinePoint) {
    mean.addSimpson(from.gradient, middle.gradient, to.gradient, parts: panel.count)
  }

  /// The same over panels that others were measured over, in order.
  mutating func measure(_ path: StepPath, over panels: [LinePanel], _ surface: LossSurface, _ workers: Int) {
    finish(path, surface, workers)
    var from = first(along: path)
    for panel in panels {
      let middle = path.measure(2 * panel.place + 1, of: 2 * panel.count, surface, workers)
      let to =
        panel.isLast ? last(along: path) : path.measure(panel.place + 1, of: panel.count, surface, workers)
      add(panel, from, middle, to)
      from = to
    }
  }

  /// The mean gradient along the first hundredth of the step, by three points; `mean` is left as it is.
  func alongFirstHundredth(_ path: StepPath, _ surface: LossSurface, _ workers: Int) -> [Double] {
    var mean = start
    for (k, weight) in [(1, 4.0), (2, 1.0)] {
      let gradient = path.measure(k, of: 200, surface, workers).gradient
      for index in mean.indices { mean[index] += weight * gradient[index] }
    }
    return mean.map { $0 / 6 }
  }
}

extension StepPath {
  /// A loss after `k` of so many equal parts of the way.
  func measure(_ k: Int, of count: Int, _ surface: LossSurface, _ workers: Int) -> LinePoint {
    var gradient = Array(repeating: 0.0, count: delta.count)
    let loss = surface.loss(at: point(k, of: count), gradient: &gradient, workers: workers)
    return LinePoint(loss: loss, gradient: gradient, along: self)
  }
}
