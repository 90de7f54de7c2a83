/// How often a value fell into each of the declared bins. Nothing is dropped: what lies outside, and what is not a
/// number, is counted apart.
package struct Histogram: Equatable, Sendable {
  package let edges: Edges
  package private(set) var counts: [Int]
  /// Below the first edge, minus infinity included.
  package private(set) var underflow = 0
  /// Above the last edge, infinity included.
  package private(set) var overflow = 0
  package private(set) var notANumber = 0

  package init(edges: Edges) {
    self.edges = edges
    counts = Array(repeating: 0, count: edges.binCount)
  }

  package init(edges: Edges, values: some Sequence<Double>) {
    self.init(edges: edges)
    for value in values { add(value) }
  }

  /// Counts that were taken before.
  package init(edges: Edges, counts: [Int], underflow: Int, overflow: Int, notANumber: Int) {
    precondition(counts.count == edges.binCount, "\(edges.binCount) bins have no \(counts.count) counts")
    precondition(
      (counts + [underflow, overflow, notANumber]).allSatisfy { $0 >= 0 }, "a count is not negative: \(counts)")
    (self.edges, self.counts, self.underflow) = (edges, counts, underflow)
    (self.overflow, self.notANumber) = (overflow, notANumber)
  }

  package mutating func add(_ value: Double, count: Int = 1) {
    precondition(count >= 0, "a count is not negative: \(count)")
    switch edges.place(of: value) {
    case .below: underflow += count
    case .bin(let index): counts[index] += count
    case .above: overflow += count
    case .notANumber: notANumber += count
    }
  }

  package var total: Int { counts.reduce(0, +) + underflow + overflow + notANumber }
}

extension Histogram {
  /// A row of a drawing, from low to high.
  struct Row {
    var label: String
    var count: Int
    /// Outside of the declared bins, or not a number: drawn apart.
    var isOutside: Bool
  }

  /// Every bin; what lies outside only where there is some.
  var rows: [Row] {
    let labels = edges.labels
    let inside = counts.indices.map { Row(label: labels[$0], count: counts[$0], isOutside: false) }
    let below = Row(label: edges.labelBelow, count: underflow, isOutside: true)
    let above = [
      Row(label: edges.labelAbove, count: overflow, isOutside: true),
      Row(label: "NaN", count: notANumber, isOutside: true),
    ]
    return [below].filter { $0.count > 0 } + inside + above.filter { $0.count > 0 }
  }

  func share(of row: Row) -> Double { total == 0 ? 0 : Double(row.count) / Double(total) }
}

extension Edges {
  /// A label for each bin: its whole number where it has one in the middle, else `0.1 to 0.2`.
  var labels: [String] {
    (0..<binCount).map { index in
      let bin = bin(index)
      let middle = (bin.lower + bin.upper) / 2
      if isWhole { return NumberText.fixed(middle, decimals: 0) }
      return "\(NumberText.short(bin.lower)) to \(NumberText.short(bin.upper))"
    }
  }

  var labelBelow: String { "< " + NumberText.short(values[0]) }

  var labelAbove: String { "> " + NumberText.short(values[binCount]) }

  /// As `whole` makes them.
  var isWhole: Bool {
    zip(values, values.dropFirst()).allSatisfy { lower, upper in
      upper - lower == 1 && lower + 0.5 == (lower + 0.5).rounded()
    }
  }
}
