import Learning

/// A step's line is cut where a loss is rough, and nowhere else: over every panel the loss itself is known at both ends, so
/// what Simpson's rule misses there is known too.
extension LossChangeAllocator {
  /// Of the difference of two losses that were computed in float32: however short a panel is, it is not known better.
  private static let rounding = 4 * 0x1p-24

  /// Measures all sets over the same panels, halved until each demanded one's sum is near enough to its loss's change.
  func integrate() -> [LinePanel] {
    for set in sets.indices { gradients[set].finish(path, sets[set], workers) }
    let count = plan.intervals.lowerBound / 2
    let ends = gradients.map { $0.last(along: path) }
    var from = gradients.map { $0.first(along: path) }
    let line = (0..<count).map { place in
      let panel = LinePanel(place: place, count: count)
      let measured = measured(panel, from: from, to: panel.isLast ? ends : points(place + 1, of: count))
      from = measured.to
      return measured
    }
    return settled(line, width: 1)
  }

  /// Adds up what makes a part of the line, so much of it: together where their errors cancel, and else each by itself.
  private func settled(_ panels: [MeasuredPanel], width: Double) -> [LinePanel] {
    if areNear(panels, width: width) { return panels.map(added) }
    return panels.flatMap { measured -> [LinePanel] in
      let panel = measured.panel
      let isNear = panels.count > 1 && areNear([measured], width: panel.width)
      if isNear || 2 * panel.fineness > plan.intervals.upperBound { return [added(measured)] }
      let halves = panel.halves
      let left = self.measured(halves[0], from: measured.from, to: measured.middle)
      let right = self.measured(halves[1], from: measured.middle, to: measured.to)
      return settled([left, right], width: panel.width)
    }
  }

  private func areNear(_ panels: [MeasuredPanel], width: Double) -> Bool {
    plan.demanded(of: sets.count).allSatisfy { set in
      let error = panels.reduce(0) { $0 + $1.error(ofSet: set) }
      return abs(error) <= max(width * tolerance(ofSet: set), Self.rounding * abs(panels[0].from[set].loss))
    }
  }

  private func measured(_ panel: LinePanel, from: [LinePoint], to: [LinePoint]) -> MeasuredPanel {
    MeasuredPanel(panel: panel, from: from, middle: points(2 * panel.place + 1, of: 2 * panel.count), to: to)
  }

  private func points(_ k: Int, of count: Int) -> [LinePoint] {
    sets.map { path.measure(k, of: count, $0, workers) }
  }

  private func added(_ measured: MeasuredPanel) -> LinePanel {
    for set in sets.indices {
      gradients[set].add(measured.panel, measured.from[set], measured.middle[set], measured.to[set])
    }
    return measured.panel
  }
}
