import Seeds

extension MazeDraft {
  /// Takes all edges in a random order and opens those that join two parts not joined yet.
  mutating func joinByShuffledEdges(using generator: inout Generator) {
    /// Twice the cell at the north or west end, plus 1 where the edge leads south.
    var edges: [Int] = []
    edges.reserveCapacity(2 * cellCount)
    for cell in 0..<cellCount {
      if inside[cell] & Direction.east.bit != 0 { edges.append(2 * cell) }
      if inside[cell] & Direction.south.bit != 0 { edges.append(2 * cell + 1) }
    }
    Draw.shuffle(&edges, using: &generator)
    var parents = Array(0..<cellCount)
    var left = cellCount - 1
    for edge in edges {
      if left == 0 { break }
      let direction: Direction = edge & 1 == 0 ? .east : .south
      let ends = (root(of: edge / 2, &parents), root(of: neighbour(of: edge / 2, direction), &parents))
      guard ends.0 != ends.1 else { continue }
      parents[ends.0] = ends.1
      open(edge / 2, direction)
      left -= 1
    }
  }

  /// The cell that stands for a part; every second cell on the way is hung higher.
  private func root(of cell: Int, _ parents: inout [Int]) -> Int {
    var cell = cell
    while parents[cell] != cell {
      parents[cell] = parents[parents[cell]]
      cell = parents[cell]
    }
    return cell
  }
}
