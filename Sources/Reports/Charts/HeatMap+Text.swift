extension HeatMap {
  /// Rows of true values, columns of predictions; shaded by the share of the row, with counts where `width` has room
  /// for them. The cell where prediction and truth agree stands in brackets.
  package func text(width: Int = 80, style: Style = .plain) -> String {
    let labels = trueValues.map { "\($0)" }
    let left = max("true".columns, labels.map(\.columns).max() ?? 0) + 1
    let totals = rows.map { NumberText.count($0.total) }
    let right = max("total".columns, totals.map(\.columns).max() ?? 0)
    let columns = columns
    let full = Cell(shades: 1, counted: true, style: style)
    let narrow = Cell(shades: 2, counted: false, style: style)
    let cell = left + columns.count * full.width + 1 + right <= width ? full : narrow
    var lines = [
      Line(
        "true".paddedLeft(to: left - 1) + " " + cell.header(columns.map(\.label)) + " " + "total".paddedLeft(to: right),
        .quiet)
    ]
    for (row, label) in labels.enumerated() {
      var line = Line(label.paddedLeft(to: left - 1) + " ", .strong)
      for column in columns {
        let tint: Tint = isRight(row: row, column: column) ? .good : .none
        line.append(
          cell.text(
            count(row: row, column: column), share: share(row: row, column: column),
            isRight: isRight(row: row, column: column)), tint)
      }
      line.append(" " + totals[row].paddedLeft(to: right), .quiet)
      lines.append(line)
    }
    if outside > 0 {
      lines.append(Line("\(NumberText.count(outside)) with a true value outside of the rows", .warning))
    }
    return lines.map { $0.painted(style) + "\n" }.joined()
  }
}

/// How one cell is written: brackets or spaces, shades, and perhaps a count of at most four characters.
private struct Cell {
  var shades: Int
  var counted: Bool
  var style: Style

  var width: Int { shades + (counted ? 4 : 0) + 2 }

  func text(_ count: Int, share: Double, isRight: Bool) -> String {
    let levels = style.shades
    // What is there never looks empty: the lowest level above none begins just above zero.
    let level = count == 0 ? 0 : min(levels.count - 1, 1 + Int(share * Double(levels.count - 1)))
    var text = String(repeating: levels[level], count: shades)
    if counted { text += (count == 0 ? "" : NumberText.compactCount(count)).paddedLeft(to: 4) }
    return isRight ? "[\(text)]" : " \(text) "
  }

  /// Labels over their cells; where cells are too narrow for all, every second one or fewer.
  func header(_ labels: [String]) -> String {
    let widest = labels.map(\.columns).max() ?? 0
    let step = max(1, (widest + width) / width)
    var text = ""
    for (index, label) in labels.enumerated() where index.isMultiple(of: step) {
      let room = width * min(step, labels.count - index)
      let shown = label.shortened(to: max(1, room - 1), ellipsis: style.ellipsis)
      text += counted && step == 1 ? shown.paddedLeft(to: width - 1) + " " : (" " + shown).padded(to: room)
    }
    return text
  }
}
