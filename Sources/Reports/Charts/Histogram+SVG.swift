extension Histogram {
  /// A drawing of 720 units: bars to the right, lowest bin first, each with its count and share.
  package func svg(title: String) -> String {
    let rows = rows
    let rowHeight = 22
    let top = 80
    let left = 24 + max(40, 7 * (rows.map(\.label.columns).max() ?? 0))
    let room = 720 - left - 150
    let largest = max(1, rows.map(\.count).max() ?? 1)
    var drawing = SVG(
      width: 720, height: top + rowHeight * rows.count + 20, title: title, summary: summary)
    for (index, row) in rows.enumerated() {
      let y = top + rowHeight * index
      let kind = row.isOutside ? "gb-odd" : "gb-bar"
      var length = Int((Double(row.count) / Double(largest) * Double(room)).rounded())
      let counted = "\(NumberText.count(row.count)) (\(NumberText.percent(share(of: row))))"
      drawing.text(row.label, x: left - 8, y: y + 15, anchor: .end)
      if row.count > 0 {
        length = max(1, length)
        drawing.rectangle(
          x: left, y: y + 2, width: length, height: rowHeight - 4, class: kind, tip: "\(row.label): \(counted)")
      }
      drawing.text(
        row.count == 0 ? "0" : counted, x: left + length + 6, y: y + 15,
        class: row.count == 0 ? "gb-soft" : "gb-text")
    }
    drawing.line(
      from: SVG.Point(x: left, y: top), to: SVG.Point(x: left, y: top + rowHeight * rows.count), class: "gb-axis")
    return drawing.document
  }

  var summary: String {
    guard total > 0 else { return "Nothing was counted." }
    let outside = [(underflow, "below"), (overflow, "above"), (notANumber, "NaN")].filter { $0.0 > 0 }
      .map { "\(NumberText.count($0.0)) \($0.1)" }
    let bins = NumberText.plural(edges.binCount, "bin")
    return "\(NumberText.plural(total, "value")) in \(bins)"
      + (outside.isEmpty ? ", none outside" : "; outside: \(outside.joined(separator: ", "))")
  }
}
