/// Cells of a grid in rows, numbered row by row, with the passages that are open.
package struct MazeDrawing: Equatable, Sendable {
  package var rows: Int
  package var columns: Int
  package var passages: [GraphDrawing.Link]
  /// Cells from the origin to the target.
  package var path: [Int]
  /// Cells as they were answered; may leave the passages.
  package var answered: [Int]

  package init(rows: Int, columns: Int, passages: [GraphDrawing.Link], path: [Int], answered: [Int]) {
    (self.rows, self.columns, self.passages) = (rows, columns, passages)
    (self.path, self.answered) = (path, answered)
  }
}
