extension Maze {
  /// How many mazes of this size are trees, exactly; nil where numbers on the way leave 128 bits (8 x 8 and up, and
  /// rectangles alike) or the result leaves an `Int`.
  ///
  /// Two uniform trees are the same one with probability 1 / T, and the same one turned or mirrored with at most 8 / T
  /// (4 / T where rows and columns differ): a few less where some trees are symmetric.
  ///
  /// Kirchhoff's matrix tree theorem, 1847, by the elimination of Bareiss, 1968, which stays within the integers.
  package static func spanningTreeCount(rows: Int, columns: Int) -> Int? {
    let draft = MazeDraft(rows: rows, columns: columns)
    // The Laplacian of the lattice without its last cell.
    let size = draft.cellCount - 1
    var matrix = (0..<size).map { cell in
      var row = [Int128](repeating: 0, count: size)
      row[cell] = Int128(draft.inside[cell].nonzeroBitCount)
      for direction in Directions(draft.inside[cell]) {
        let neighbour = draft.neighbour(of: cell, direction)
        if neighbour < size { row[neighbour] = -1 }
      }
      return row
    }
    var pivot: Int128 = 1
    for step in 0..<max(size - 1, 0) {
      for row in (step + 1)..<size {
        for column in (step + 1)..<size {
          let (left, leftOverflow) = matrix[row][column].multipliedReportingOverflow(by: matrix[step][step])
          let (right, rightOverflow) = matrix[row][step].multipliedReportingOverflow(by: matrix[step][column])
          let (difference, overflow) = left.subtractingReportingOverflow(right)
          if leftOverflow || rightOverflow || overflow { return nil }
          matrix[row][column] = difference / pivot
        }
      }
      pivot = matrix[step][step]
    }
    return size == 0 ? 1 : Int(exactly: matrix[size - 1][size - 1])
  }
}
