/// The form that other programs keep mazes in: `connections[0][row][column]` is whether a passage leads south from the
/// cell, `connections[1][row][column]` whether one leads east. The last row of the first and the last column of the
/// second are false.
extension Maze {
  package var connections: [[[Bool]]] {
    [Direction.south, .east].map { direction in
      (0..<rows).map { row in (0..<columns).map { isOpen(Cell(row, $0), direction) } }
    }
  }

  /// What connections cannot be, as a sentence; nil if they are those of a maze.
  static func fault(inConnections connections: [[[Bool]]], rows: Int, columns: Int) -> String? {
    guard 1...largestSide ~= rows && 1...largestSide ~= columns else {
      return "\(rows) rows and \(columns) columns are not sides in 1...\(largestSide)."
    }
    guard connections.count == 2, connections.allSatisfy({ $0.count == rows && $0.allSatisfy { $0.count == columns } })
    else { return "they are not two tables of \(rows) rows and \(columns) columns." }
    if connections[0][rows - 1].contains(true) { return "a passage leads south from the last row." }
    if connections[1].contains(where: { $0[columns - 1] }) { return "a passage leads east from the last column." }
    return nil
  }

  /// The maze of these tables, which must be those of one: see ``connections``.
  package init(connections: [[[Bool]]]) {
    let (rows, columns) = (connections.first?.count ?? 0, connections.first?.first?.count ?? 0)
    if let fault = Maze.fault(inConnections: connections, rows: rows, columns: columns) {
      preconditionFailure("Connections of a maze are wrong: \(fault)")
    }
    var draft = MazeDraft(rows: rows, columns: columns)
    for row in 0..<rows {
      for column in 0..<columns {
        if connections[0][row][column] { draft.open(row * columns + column, .south) }
        if connections[1][row][column] { draft.open(row * columns + column, .east) }
      }
    }
    self.init(draft)
  }
}
