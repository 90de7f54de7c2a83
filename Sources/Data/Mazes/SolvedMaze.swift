/// A maze, two of its cells, and a path that joins them by legal steps.
package struct SolvedMaze: Hashable, Sendable {
  package let maze: Maze
  package let origin: Cell
  package let target: Cell
  /// Both ends included.
  package let path: [Cell]

  package init(maze: Maze, origin: Cell, target: Cell, path: [Cell]) {
    if let fault = SolvedMaze.fault(maze: maze, origin: origin, target: target, path: path) {
      preconditionFailure("A solved maze is wrong: field \(fault.field), \(fault.problem)")
    }
    (self.maze, self.origin, self.target, self.path) = (maze, origin, target, path)
  }

  /// What keeps these from being a solved maze; nil if nothing does.
  static func fault(
    maze: Maze, origin: Cell, target: Cell, path: [Cell]
  ) -> (field: String, problem: String)? {
    for (field, cell) in [("origin", origin), ("target", target)] where !maze.contains(cell) {
      return (field, "\(cell) is outside a maze of \(maze.rows) rows and \(maze.columns) columns.")
    }
    guard origin != target else { return ("target", "\(target) is the origin as well.") }
    guard path.first == origin else { return ("path", "it does not start at the origin \(origin).") }
    guard path.last == target else { return ("path", "it does not end at the target \(target).") }
    for (from, to) in zip(path, path.dropFirst()) where !maze.joins(from, to) {
      return ("path", "no passage leads from \(from) to \(to).")
    }
    return nil
  }

  /// The number of steps.
  package var length: Int { path.count - 1 }

  /// The key of the leak meter: two mazes with the same key ask the same question, turned or mirrored.
  package var canonicalForm: CanonicalMaze { maze.canonicalForm(origin: origin, target: target) }
}
