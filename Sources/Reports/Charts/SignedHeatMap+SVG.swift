extension SignedHeatMap {
  /// A drawing as wide as its cells need, each with its number.
  package func svg(title: String) -> String { drawing(.file, title: title).document }

  /// The same for a page.
  func figure(title: String) -> SVG { drawing(.page, title: title) }

  private static let rowHeight = 28
  private static let keyHeight = 18

  private func drawing(_ setting: SVG.Setting, title: String) -> SVG {
    let (rowLabels, key, width) = (rowLabels, key, cellWidth)
    let rowRoom = (rowLabels + [SVG.label(rowTitle)]).map { SVG.room(for: $0) }.max() ?? 0
    let left = 24 + rowRoom + 10
    let right = left + width * columns.count
    let keyRoom = (key + [SVG.label(columnTitle)]).map { SVG.room(for: $0) }.max() ?? 0
    let whole = max(setting.width, right + 24, left + keyRoom + 24)
    let legend = Legend.signs(below: "below 0", above: "above 0", width: whole - 48)
    let top = setting.top + legend.height + 48
    let bottom = top + Self.rowHeight * rows.count
    var drawing = SVG.chart(
      setting, width: whole, height: bottom + 20 + Self.keyHeight * key.count, title: title, summary: summary)
    legend.draw(left: 24, top: setting.top, in: &drawing)
    drawing.text(SVG.label(columnTitle), x: left, y: top - 28, class: "gb-soft")
    drawing.text(SVG.label(rowTitle), x: left - 10, y: top - 8, anchor: .end, class: "gb-soft")
    for (index, name) in columns.enumerated() {
      drawing.text(
        hasNumberedColumns ? "\(index + 1)" : SVG.label(name), x: left + width * index + width / 2, y: top - 8,
        anchor: .middle)
    }
    for (row, label) in rowLabels.enumerated() {
      let y = top + Self.rowHeight * row
      drawing.text(label, x: left - 10, y: y + 18, anchor: .end, class: "gb-strong")
      for column in columns.indices {
        drawCell(row: row, column: column, x: left + width * column, y: y, in: &drawing)
      }
    }
    for (index, line) in key.enumerated() {
      drawing.text(line, x: left, y: bottom + 24 + Self.keyHeight * index, class: "gb-soft")
    }
    return drawing
  }

  private func drawCell(row: Int, column: Int, x: Int, y: Int, in drawing: inout SVG) {
    let value = values[row][column]
    let opacity = opacity(of: value)
    if value != 0 {
      drawing.rectangle(
        x: x + 1, y: y + 1, width: cellWidth - 2, height: Self.rowHeight - 2, class: Tone(of: value).look,
        opacity: opacity, tip: "\(rows[row]), \(columns[column]): \(NumberText.significant(value))")
    }
    let look = value == 0 ? "gb-soft" : opacity == 100 ? "gb-onbar" : "gb-text"
    drawing.text(Self.label(of: value), x: x + cellWidth / 2, y: y + 18, anchor: .middle, class: look)
  }
}
