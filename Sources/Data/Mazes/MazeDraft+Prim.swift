import Seeds

extension MazeDraft {
  /// Adds a random edge out of all that lead from the tree to a new cell, each with the same probability.
  ///
  /// Prim's own choice, the lightest edge under independent random weights, would give the trees of Kruskal's.
  mutating func growByEdges(_ growth: MazeGrowth, using generator: inout Generator) {
    let start = growth.start(in: self, using: &generator)
    let deepest = growth.maximumDepth ?? .max
    var left = growth.reach(ofCells: cellCount) - 1
    /// The steps from the start; -1 for cells that are not reached.
    var depths = [Int](repeating: -1, count: cellCount)
    /// A cell of the tree and a direction out of it, four numbers a cell. Some lead to cells reached since.
    var edges: [Int] = []
    edges.reserveCapacity(4 * cellCount)
    var cell = start
    depths[start] = 0
    while left > 0 {
      if depths[cell] < deepest {
        for direction in Directions(inside[cell]) where depths[neighbour(of: cell, direction)] < 0 {
          edges.append(4 * cell + direction.rawValue)
        }
      }
      guard let edge = takeEdge(from: &edges, depths, using: &generator) else { break }
      let (from, direction) = (edge / 4, Direction(rawValue: edge % 4)!)
      cell = neighbour(of: from, direction)
      open(from, direction)
      depths[cell] = depths[from] + 1
      left -= 1
    }
  }

  /// Takes out random edges until one leads to a new cell. The last edge takes the place of one taken out.
  private func takeEdge(from edges: inout [Int], _ depths: [Int], using generator: inout Generator) -> Int? {
    while !edges.isEmpty {
      let place = Draw.integer(in: 0...(edges.count - 1), using: &generator)
      let edge = edges[place]
      edges[place] = edges[edges.count - 1]
      edges.removeLast()
      if depths[neighbour(of: edge / 4, Direction(rawValue: edge % 4)!)] < 0 { return edge }
    }
    return nil
  }
}
