/// A panel, and by set what the loss is where it begins, in its middle, and where it ends.
struct MeasuredPanel {
  let panel: LinePanel
  let from, middle, to: [LinePoint]

  /// How far Simpson's rule misses what a set's loss changes by along the panel.
  func error(ofSet set: Int) -> Double {
    let slopes = from[set].slope + to[set].slope + 4 * middle[set].slope
    return slopes / Double(6 * panel.count) - (to[set].loss - from[set].loss)
  }
}
