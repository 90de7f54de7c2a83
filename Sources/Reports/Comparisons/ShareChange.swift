/// A bin or cell whose share of the examples is another than before, beyond noise.
package struct ShareChange: Equatable, Sendable {
  /// `0.1 to 1`, `true 5, answered 4`
  package var what: String
  /// Shares of the whole, for a cell of its row: 0...1.
  package var base: Double
  package var head: Double
  /// Of the two-proportion test.
  package var z: Double

  package init(_ what: String, base: Double, head: Double, z: Double) {
    (self.what, self.base, self.head, self.z) = (what, base, head, z)
  }

  /// A share has changed beyond noise where the two-proportion z is at least this far from zero: p < 0.0001 for one bin,
  /// so that a map of 200 cells shows one by chance in fewer than 2 % of comparisons. The test takes examples for
  /// independent, which those of one network are not quite: read it as where to look, not as a verdict.
  package static let noise = 4.0

  /// `true 5, answered 4: 12.1 % -> 18.3 % (z +7.1)`
  var text: String {
    let sign = z > 0 ? "+" : ""
    return "\(Escape.line(what)): \(NumberText.percent(base)) -> \(NumberText.percent(head)) "
      + "(z \(sign)\(NumberText.fixed(z, decimals: 1)))"
  }
}

extension ShareChange {
  /// Nil where the bins differ, so that nothing can be compared.
  package static func between(_ base: Histogram, _ head: Histogram) -> [ShareChange]? {
    guard base.edges == head.edges else { return nil }
    return sorted(changes(base, head) { $0 })
  }

  /// Cell by cell, each as a share of the examples with its true value. Nil where the cells differ.
  package static func between(_ base: HeatMap, _ head: HeatMap) -> [ShareChange]? {
    guard base.predictions == head.predictions, base.trueValues == head.trueValues else { return nil }
    let rows = zip(base.trueValues, zip(base.rows, head.rows))
    return sorted(rows.flatMap { value, rows in changes(rows.0, rows.1) { "true \(value), answered \($0)" } })
  }

  private static func changes(_ base: Histogram, _ head: Histogram, _ name: (String) -> String) -> [ShareChange] {
    let edges = base.edges
    let labels = edges.labels + [edges.labelBelow, edges.labelAbove, "NaN"]
    func counts(_ histogram: Histogram) -> [Int] {
      histogram.counts + [histogram.underflow, histogram.overflow, histogram.notANumber]
    }
    return zip(labels, zip(counts(base), counts(head))).compactMap { label, counts in
      change(name(label), counts.0, of: base.total, counts.1, of: head.total)
    }
  }

  private static func change(
    _ what: String, _ baseCount: Int, of baseTotal: Int, _ headCount: Int, of headTotal: Int
  ) -> ShareChange? {
    guard baseTotal > 0, headTotal > 0 else { return nil }
    let base = Double(baseCount) / Double(baseTotal)
    let head = Double(headCount) / Double(headTotal)
    let pooled = Double(baseCount + headCount) / Double(baseTotal + headTotal)
    let variance = pooled * (1 - pooled) * (1 / Double(baseTotal) + 1 / Double(headTotal))
    guard variance > 0 else { return nil }
    let z = (head - base) / variance.squareRoot()
    return z.magnitude >= noise ? ShareChange(what, base: base, head: head, z: z) : nil
  }

  /// By falling change; equal ones keep their order.
  private static func sorted(_ changes: [ShareChange]) -> [ShareChange] {
    changes.enumerated().sorted { left, right in
      let sizes = (
        (left.element.head - left.element.base).magnitude, (right.element.head - right.element.base).magnitude
      )
      return sizes.0 == sizes.1 ? left.offset < right.offset : sizes.0 > sizes.1
    }.map(\.element)
  }
}
