import Data
import Reports

extension MazeDrawing {
  /// With the label's path beside the one that was answered, if that is known, as far as it stays in the maze.
  package init(of solved: SolvedMaze, answered: MazeAnswer?) {
    let maze = solved.maze
    self.init(
      rows: maze.rows, columns: maze.columns,
      passages: maze.passages.map { GraphDrawing.Link(maze.number(of: $0), maze.number(of: $1)) },
      path: solved.path.map(maze.number(of:)),
      answered: (answered?.path ?? []).prefix(while: maze.contains).map(maze.number(of:)))
  }
}
