/// At which steps each row has a peak, and how many rows have one at the same step.
package struct Raster: Equatable, Sendable {
  package struct Row: Equatable, Sendable {
    package let name: String
    /// Rising steps.
    package let peaks: [Int]

    package init(_ name: String, peaks: [Int]) {
      self.name = name
      self.peaks = peaks
    }
  }

  /// From the top down.
  package let rows: [Row]
  /// What is drawn, whether or not there are peaks.
  package let steps: ClosedRange<Int>
  /// What runs to the right: `step`.
  package let xLabel: String

  package init(rows: [Row], steps: ClosedRange<Int>, xLabel: String) {
    for row in rows {
      precondition(
        zip(row.peaks, row.peaks.dropFirst()).allSatisfy { $0 < $1 }, "peaks of \(row.name) must rise: \(row.peaks)")
      precondition(
        row.peaks.allSatisfy(steps.contains),
        "peaks of \(row.name) lie in \(steps), unlike \(row.peaks.first { !steps.contains($0) } ?? 0)")
    }
    self.rows = rows
    self.steps = steps
    self.xLabel = xLabel
  }
}

extension Raster {
  struct Count: Equatable {
    var step: Int
    var rows: Int
  }

  /// How many rows have a peak at a step, where any has; by step.
  var together: [Count] {
    var counts: [Count] = []
    for step in rows.flatMap(\.peaks).sorted() {
      if counts.last?.step == step {
        counts[counts.count - 1].rows += 1
      } else {
        counts.append(Count(step: step, rows: 1))
      }
    }
    return counts
  }

  var summary: String {
    let peaks = rows.reduce(0) { $0 + $1.peaks.count }
    let head =
      "\(NumberText.plural(peaks, "peak")) of \(NumberText.plural(rows.count, "row")) over \(SVG.label(xLabel))"
    let together = together
    guard let most = together.map(\.rows).max(), let first = together.first(where: { $0.rows == most }) else {
      return head
    }
    return "\(head); at most \(NumberText.plural(most, "row")) at once, first at \(NumberText.count(first.step))"
  }
}
