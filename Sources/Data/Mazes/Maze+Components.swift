extension Maze {
  /// For each cell the number of its part; parts count from 0 in the order of their first cells.
  package var components: [Int] {
    var labels = [Int](repeating: -1, count: cellCount)
    var pending: [Int] = []
    var count = 0
    for start in 0..<cellCount where labels[start] < 0 {
      labels[start] = count
      pending.append(start)
      while let cell = pending.popLast() {
        for direction in Directions(openings[cell]) {
          let next = neighbour(of: cell, direction)
          guard labels[next] < 0 else { continue }
          labels[next] = count
          pending.append(next)
        }
      }
      count += 1
    }
    return labels
  }

  package var componentCount: Int { components.reduce(0) { max($0, $1 + 1) } }

  /// The number of the next cell that way, which must be in the maze.
  func neighbour(of cell: Int, _ direction: Direction) -> Int {
    switch direction {
    case .north: cell - columns
    case .east: cell + 1
    case .south: cell + columns
    case .west: cell - 1
    }
  }
}
