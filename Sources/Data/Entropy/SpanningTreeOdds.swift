/// How probable it is that an edge of a lattice is in a uniform spanning tree, given edges that are in it.
///
/// Of the T trees of a graph those with an edge are the trees of the graph in which its two ends are one vertex; by Kirchhoff
/// (1847) both numbers are determinants of Laplacians, and their ratio is the resistance between the ends where every
/// edge is a resistor of 1. To make two vertices one is a change of rank one of the inverse (Sherman and Morrison, 1950), so
/// no determinant is ever computed.
struct SpanningTreeOdds {
  /// Pairs of neighbouring cells by number, the smaller first, in the order of ``Maze/passages``.
  let edges: [(Int, Int)]
  private let cellCount: Int
  /// `[cells, cells]`: the inverse of the Laplacian without the last cell, whose row and column are 0.
  private var inverse: [Double]

  /// No edge is known.
  init(rows: Int, columns: Int) {
    var draft = MazeDraft(rows: rows, columns: columns)
    draft.openEverything()
    let lattice = Maze(draft)
    edges = lattice.passages.map { (lattice.number(of: $0), lattice.number(of: $1)) }
    cellCount = lattice.cellCount
    inverse = Self.inverse(of: edges, cellCount: cellCount)
  }

  /// `[cells]`: of each, those beside it.
  var neighbours: [[Int]] {
    var neighbours = [[Int]](repeating: [], count: cellCount)
    for (one, other) in edges {
      neighbours[one].append(other)
      neighbours[other].append(one)
    }
    return neighbours
  }

  /// That the edge between two neighbours is in the tree: 0 also where it is known to be, for it is not drawn again, and
  /// where it would close a cycle.
  func probability(_ one: Int, _ other: Int) -> Double {
    let resistance =
      inverse[one * cellCount + one] + inverse[other * cellCount + other] - 2 * inverse[one * cellCount + other]
    // The resistance of a possible edge is at least 1 over the number of edges at either end, so 1 over all edges; that of
    // another is 0, of which rounding leaves some 1e-15.
    return resistance < 1e-9 ? 0 : resistance
  }

  /// From now on the edge between these cells is in the tree.
  mutating func include(_ one: Int, _ other: Int) {
    let difference = (0..<cellCount).map { inverse[$0 * cellCount + one] - inverse[$0 * cellCount + other] }
    let resistance = difference[one] - difference[other]
    precondition(resistance > 1e-9, "No tree has an edge from \(one) to \(other) beside those that are known.")
    for row in 0..<cellCount {
      let factor = difference[row] / resistance
      for column in 0..<cellCount { inverse[row * cellCount + column] -= factor * difference[column] }
    }
  }

  /// Gauss and Jordan's, without exchanges of rows: the matrix is positive definite.
  private static func inverse(of edges: [(Int, Int)], cellCount: Int) -> [Double] {
    let size = cellCount - 1
    var laplacian = [Double](repeating: 0, count: cellCount * cellCount)
    for (one, other) in edges {
      laplacian[one * cellCount + one] += 1
      laplacian[other * cellCount + other] += 1
      laplacian[one * cellCount + other] -= 1
      laplacian[other * cellCount + one] -= 1
    }
    var inverse = [Double](repeating: 0, count: cellCount * cellCount)
    for cell in 0..<size { inverse[cell * cellCount + cell] = 1 }
    for step in 0..<size {
      let pivot = laplacian[step * cellCount + step]
      for column in 0..<size {
        laplacian[step * cellCount + column] /= pivot
        inverse[step * cellCount + column] /= pivot
      }
      for row in 0..<size where row != step {
        let factor = laplacian[row * cellCount + step]
        guard factor != 0 else { continue }
        for column in 0..<size {
          laplacian[row * cellCount + column] -= factor * laplacian[step * cellCount + column]
          inverse[row * cellCount + column] -= factor * inverse[step * cellCount + column]
        }
      }
    }
    return inverse
  }
}
