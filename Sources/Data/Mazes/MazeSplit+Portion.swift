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

    /// The hash's top bits: its multiplications mix these best.
    private static func isHeldOut(_ maze: Maze) -> Bool { maze.canonicalForm.stableHash >> 62 == 0 }
  }
}
