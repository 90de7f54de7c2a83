import Seeds

extension MazeDraft {
  /// Depth-first search with random turns. The trail leads from the start to where the search is: its length is the
  /// depth, for the cells reached are a tree.
  mutating func growDepthFirst(_ growth: MazeGrowth, forks: Bool, using generator: inout Generator) {
    let start = growth.start(in: self, using: &generator)
    let depth = growth.maximumDepth ?? .max
    var left = growth.reach(ofCells: cellCount) - 1
    /// For each cell the directions of neighbours that are not reached yet.
    var free = inside
    var trail = [start]
    trail.reserveCapacity(cellCount)
    markReached(start, in: &free)
    while left > 0, let cell = trail.last {
      let ways = trail.count <= depth ? free[cell] : 0
      if ways == 0 {
        guard forks else { break }
        trail.removeLast()
        continue
      }
      let direction = MazeDraft.oneOf(ways, using: &generator)
      let next = neighbour(of: cell, direction)
      open(cell, direction)
      markReached(next, in: &free)
      trail.append(next)
      left -= 1
    }
  }

  /// No neighbour can go to `cell` any more.
  private func markReached(_ cell: Int, in free: inout [UInt8]) {
    let inside = inside[cell]
    if inside & 0b0001 != 0 { free[cell - columns] &= 0b1011 }
    if inside & 0b0010 != 0 { free[cell + 1] &= 0b0111 }
    if inside & 0b0100 != 0 { free[cell + columns] &= 0b1110 }
    if inside & 0b1000 != 0 { free[cell - 1] &= 0b1101 }
  }
}
