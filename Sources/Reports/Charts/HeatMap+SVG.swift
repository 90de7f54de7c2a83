extension HeatMap {
  /// A drawing with a cell for each true value and prediction, shaded by the share of its row; the cell where both agree
  /// has a frame.
  package func svg(title: String) -> String {
    let columns = columns
    let cellWidth = max(20, min(56, 600 / max(1, columns.count)))
    let grid = (left: 88, top: 112, cell: (width: cellWidth, height: 28))
    let bottom = grid.top + grid.cell.height * rows.count
    let right = grid.left + cellWidth * columns.count
    var drawing = SVG(width: max(420, right + 96), height: bottom + 24, title: title, summary: summary)
    drawing.text("predicted", x: grid.left, y: grid.top - 28, class: "gb-soft")
    drawing.text("true", x: grid.left - 10, y: grid.top - 8, anchor: .end, class: "gb-soft")
    drawing.text("total", x: right + 78, y: grid.top - 8, anchor: .end, class: "gb-soft")
    let labelStep = max(1, (8 * (columns.map(\.label.columns).max() ?? 1) + cellWidth) / cellWidth)
    for (index, column) in columns.enumerated() where index.isMultiple(of: labelStep) {
      drawing.text(
        column.label, x: grid.left + cellWidth * index + cellWidth / 2, y: grid.top - 8, anchor: .middle)
    }
    for (row, value) in trueValues.enumerated() {
      let y = grid.top + grid.cell.height * row
      drawing.text("\(value)", x: grid.left - 10, y: y + 18, anchor: .end, class: "gb-strong")
      drawing.text(NumberText.count(rows[row].total), x: right + 78, y: y + 18, anchor: .end, class: "gb-soft")
      for (index, column) in columns.enumerated() {
        drawCell(row: row, column: column, x: grid.left + cellWidth * index, y: y, width: cellWidth, in: &drawing)
      }
    }
    return drawing.document
  }

  private func drawCell(row: Int, column: Column, x: Int, y: Int, width: Int, in drawing: inout SVG) {
    let count = count(row: row, column: column)
    let isRight = isRight(row: row, column: column)
    if count > 0 {
      let share = share(row: row, column: column)
      // 8 % at least, so that what is there never looks empty. Up to 60 % dark ink can be read on it (and light ink on
      // dark paper), at 100 % its opposite; neither between them.
      let opacity = share < 0.9 ? 8 + Int((share / 0.9 * 52).rounded()) : 100
      var kind = "gb-odd"
      if case .bin = column.kind { kind = "gb-bar" }
      drawing.rectangle(
        x: x + 1, y: y + 1, width: width - 2, height: 26, class: kind, opacity: opacity,
        tip: "true \(trueValues.lowerBound + row), predicted \(column.tip): "
          + "\(NumberText.count(count)) (\(NumberText.percent(share)))")
      let label = NumberText.compactCount(count)
      if 8 * label.columns <= width {
        drawing.text(
          label, x: x + width / 2, y: y + 18, anchor: .middle, class: opacity == 100 ? "gb-onbar" : "gb-text")
      }
    }
    if isRight {
      drawing.rectangle(x: x + 1, y: y + 1, width: width - 2, height: 26, class: "gb-frame")
    }
  }

  var summary: String {
    guard total > 0 else { return "Nothing was counted." }
    let unshown = outside > 0 ? "; \(NumberText.count(outside)) with a true value outside of the rows" : ""
    return "\(NumberText.plural(total, "prediction")), shaded by share of the row\(unshown)"
  }
}
