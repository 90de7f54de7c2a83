extension MazeSplit {
  /// Which mazes a split may hold. The two parts share no maze, turned or mirrored, whatever their endpoints, seeds and
  /// generators: so what is held out was never trained on, also where all mazes of a size are few.
  package enum Portion: String, Hashable, Sendable {
    case everything
    case training
    /// A quarter of the mazes, by a hash of the canonical form.
    case heldOut = "held-out"

    package func contains(_ maze: Maze) -> Bool {
      switch self {
      case .everything: true
      case .training: !Portion.isHeldOut(maze)
      case .heldOut: Portion.isHeldOut(maze)
      }
    }

    /// Of all pairs of neighbouring bits these divide the few mazes of 3 x 3 and 4 x 4 cells most evenly: each tree
    /// generator draws 23 to 28 % held-out ones.
    private static func isHeldOut(_ maze: Maze) -> Bool { maze.canonicalForm.stableHash >> 14 % 4 == 0 }
  }
}
