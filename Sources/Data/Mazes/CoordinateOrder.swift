/// How cells are numbered in a vocabulary that has a token for each.
package enum CoordinateOrder: String, CaseIterable, Sendable {
  /// Row by row. A cell's number depends on the side of the largest maze.
  case rasterized
  /// By shells around the north-west corner: the numbers of a small maze are the first of any larger one. Within a
  /// shell by the smaller coordinate, and the cell above the diagonal first.
  case uniform

  /// The number of a cell of a lattice of `side` rows and columns.
  package func number(of cell: Cell, side: Int) -> Int {
    switch self {
    case .rasterized: return cell.row * side + cell.column
    case .uniform:
      let shell = max(cell.row, cell.column)
      return shell * shell + 2 * min(cell.row, cell.column) + (cell.row > cell.column ? 1 : 0)
    }
  }

  package func cell(_ number: Int, side: Int) -> Cell {
    switch self {
    case .rasterized: return Cell(number / side, number % side)
    case .uniform:
      var shell = 0
      while (shell + 1) * (shell + 1) <= number { shell += 1 }
      let place = number - shell * shell
      return place % 2 == 0 ? Cell(place / 2, shell) : Cell(shell, place / 2)
    }
  }
}
