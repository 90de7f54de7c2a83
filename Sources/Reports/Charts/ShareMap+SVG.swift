extension ShareMap {
  private static let rowHeight = 28

  /// A drawing as wide as its cells need.
  package func svg(title: String) -> String {
    let width = cellWidth
    let left = 34 + (rows.map { SVG.room(for: SVG.label($0.name)) }.max() ?? 0)
    let right = left + width * columns.count
    let (top, bottom) = (104, 104 + Self.rowHeight * rows.count)
    let whole = max(420, right + 24, 48 + SVG.room(for: legend), 48 + 10 * title.columns)
    var drawing = SVG(width: whole, height: bottom + 24, title: title, summary: legend)
    for (place, name) in columns.enumerated() {
      drawing.text(SVG.label(name), x: left + width * place + width / 2, y: top - 8, anchor: .middle)
    }
    for (place, row) in rows.enumerated() {
      let y = top + Self.rowHeight * place
      drawing.text(SVG.label(row.name), x: left - 10, y: y + 18, anchor: .end, class: "gb-strong")
      for (column, cell) in row.cells.enumerated() {
        cell?.draw(x: left + width * column, y: y, width: width, height: Self.rowHeight, in: &drawing)
      }
    }
    return drawing.document
  }
}

extension ShareMap.Cell {
  fileprivate func draw(x: Int, y: Int, width: Int, height: Int, in drawing: inout SVG) {
    if let opacity {
      drawing.rectangle(
        x: x + 1, y: y + 1, width: width - 2, height: height - 2, class: "gb-bar", opacity: opacity, tip: tip)
    }
    if isFramed { drawing.rectangle(x: x + 2, y: y + 2, width: width - 4, height: height - 4, class: "gb-frame") }
    let look = opacity == 100 ? "gb-onbar" : opacity == nil ? "gb-soft" : "gb-text"
    drawing.text(SVG.label(text), x: x + width / 2, y: y + 18, anchor: .middle, class: look)
  }
}
