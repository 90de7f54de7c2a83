import Data

extension MazeAnswer {
  /// Downhill from the origin: each step goes through the passage that leads to the least of the numbers, the first in
  /// the order north, east, south, west among equals, until the target or for as many steps as there are cells.
  ///
  /// - Parameter field: by number of cell, how far it is said to be from the target.
  init(following field: some RandomAccessCollection<Float>, in solved: SolvedMaze) {
    let maze = solved.maze
    precondition(field.count == maze.cellCount, "\(field.count) numbers for \(maze.cellCount) cells.")
    var path = [solved.origin]
    while path.count <= maze.cellCount, path[path.count - 1] != solved.target {
      let cell = path[path.count - 1]
      var best: (next: Cell, distance: Float)?
      for direction in Direction.allCases where maze.isOpen(cell, direction) {
        let next = cell.step(direction)
        // The target is known for what it is, whatever is said of its distance.
        let said = field[field.index(field.startIndex, offsetBy: maze.number(of: next))]
        let distance = next == solved.target ? -.infinity : said
        if best.map({ distance < $0.distance }) ?? true { best = (next, distance) }
      }
      guard let best else { break }
      path.append(best.next)
    }
    self.init(path: path, isFinished: path.last == solved.target)
  }
}
