/// A maze with its ends and a shortest path between them.
package struct MazeExample: Hashable, Sendable {
  /// Its place in the split.
  package let index: Int
  package let solved: SolvedMaze

  package init(index: Int, solved: SolvedMaze) { (self.index, self.solved) = (index, solved) }

  package var maze: Maze { solved.maze }
  package var path: [Cell] { solved.path }
}
