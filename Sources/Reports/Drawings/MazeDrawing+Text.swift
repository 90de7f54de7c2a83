extension MazeDrawing {
  /// Walls as strokes; in a cell `S` and `T` for origin and target, `•` for the true path, `x` for an answered cell off
  /// it, and `*` for one on it.
  func text(style: Style) -> String {
    checkPlaces()
    guard rows > 0, columns > 0 else { return "" }
    let answered = Set(walked)
    let onPath = Set(path)
    func sign(_ cell: Int) -> (String, Tint) {
      if cell == path.first { return ("S", .strong) }
      if cell == path.last { return ("T", .strong) }
      if onPath.contains(cell) {
        return answered.contains(cell) ? ("*", .good) : (style == .ascii ? "o" : "•", .command)
      }
      return answered.contains(cell) ? ("x", .bad) : (" ", .none)
    }
    var lines: [Line] = []
    for row in 0...rows {
      lines.append(Line(border(row, style: style), .quiet))
      guard row < rows else { break }
      var line = Line()
      for column in 0...columns {
        line.append(hasWallBefore(row: row, column: column) ? (style == .ascii ? "|" : "│") : " ", .quiet)
        guard column < columns else { break }
        let (text, tint) = sign(row * columns + column)
        line.append(" \(text) ", tint)
      }
      lines.append(line)
    }
    return lines.map { $0.painted(style) + "\n" }.joined()
  }

  /// The line of walls above a row of cells.
  private func border(_ row: Int, style: Style) -> String {
    (0...columns).map { column in
      let right = column < columns && hasWallAbove(row: row, column: column)
      let joint = joint(
        up: row > 0 && hasWallBefore(row: row - 1, column: column),
        down: row < rows && hasWallBefore(row: row, column: column),
        left: column > 0 && hasWallAbove(row: row, column: column - 1), right: right, style: style)
      guard column < columns else { return joint }
      return joint + String(repeating: right ? (style == .ascii ? "-" : "─") : " ", count: 3)
    }.joined()
  }

  private func joint(up: Bool, down: Bool, left: Bool, right: Bool, style: Style) -> String {
    let index = (up ? 8 : 0) + (down ? 4 : 0) + (left ? 2 : 0) + (right ? 1 : 0)
    guard style != .ascii else { return index == 0 ? " " : "+" }
    return [" ", "╶", "╴", "─", "╷", "┌", "┐", "┬", "╵", "└", "┘", "┴", "│", "├", "┤", "┼"][index]
  }
}
