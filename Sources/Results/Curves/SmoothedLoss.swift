/// The loss of every step, smoothed: when it is below a level for good.
package struct SmoothedLoss {
  private let window: Int
  /// The mean of the last `window` losses, from the first step that has so many.
  private let means: [Double]

  package init(_ losses: [Float], window: Int) {
    precondition(window > 0, "A mean over \(window) losses is none.")
    self.window = window
    var sums = [0.0]
    sums.reserveCapacity(losses.count + 1)
    for loss in losses { sums.append(sums[sums.count - 1] + Double(loss)) }
    means = zip(sums, sums.dropFirst(window)).map { ($1 - $0) / Double(window) }
  }

  /// After how many steps the mean stays below the level; nil where it ends above it, or never had a window's losses.
  package func steps(toStayBelow level: Double) -> Int? {
    // What is not below is also what is no number.
    let place = means.lastIndex { !($0 < level) }.map { $0 + 1 } ?? 0
    return place < means.count ? place + window : nil
  }
}
