import Seeds

extension MazeDraft {
  /// Walks at random from each cell, in the order of their numbers, until the walk meets the tree, and adds it without
  /// its loops. Every spanning tree has the same probability, whatever the tree's first cell and the order of starts.
  ///
  /// Source: Wilson, "Generating random spanning trees more quickly than the cover time", STOC 1996.
  mutating func joinByErasedWalks(using generator: inout Generator) {
    var inTree = [Bool](repeating: false, count: cellCount)
    // From the middle of the lattice, where walks meet it soonest.
    inTree[rows / 2 * columns + columns / 2] = true
    /// How the walk left each cell the last time it was there: following these from its start skips all loops.
    var last = [Direction](repeating: .north, count: cellCount)
    for start in 0..<cellCount where !inTree[start] {
      var cell = start
      while !inTree[cell] {
        last[cell] = MazeDraft.oneOf(inside[cell], using: &generator)
        cell = neighbour(of: cell, last[cell])
      }
      cell = start
      while !inTree[cell] {
        inTree[cell] = true
        open(cell, last[cell])
        cell = neighbour(of: cell, last[cell])
      }
    }
  }
}
