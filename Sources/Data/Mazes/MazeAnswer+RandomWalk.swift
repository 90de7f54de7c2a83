import Seeds

extension MazeAnswer {
  /// A walk from the origin that never turns back and chooses at random among the other passages: to the target, to a dead
  /// end, or for as many steps as there are cells.
  package init(walkingAtRandomIn solved: SolvedMaze, using generator: inout Generator) {
    let maze = solved.maze
    var path = [solved.origin]
    var back: Cell?
    while path.count <= maze.cellCount, let cell = path.last, cell != solved.target {
      let ways = Direction.allCases.filter { maze.isOpen(cell, $0) && cell.step($0) != back }
      guard !ways.isEmpty else { break }
      back = cell
      path.append(cell.step(ways[Draw.integer(in: 0...ways.count - 1, using: &generator)]))
    }
    self.init(path: path, isFinished: path.last == solved.target)
  }
}
