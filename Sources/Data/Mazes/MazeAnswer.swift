/// The path that a model answered, as far as its tokens can be read.
package struct MazeAnswer: Hashable, Sendable {
  /// Up to the token that ends it, or to the first that is no part of a path. Nothing says that the steps are legal.
  package let path: [Cell]
  /// Whether the token that ends a path came. A path without an end is cut off, and no right answer.
  package let isFinished: Bool

  package init(path: [Cell], isFinished: Bool) { (self.path, self.isFinished) = (path, isFinished) }

  /// How many tokens a model is given for an answer about this maze: one for each cell, and two more.
  package static func longestTokenCount(for maze: Maze) -> Int { maze.cellCount + 2 }
}
