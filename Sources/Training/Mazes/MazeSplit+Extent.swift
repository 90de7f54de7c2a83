import Data

extension MazeSplit {
  /// The cells of its largest maze, with its frame.
  var mostCells: Int {
    let columns = columns ?? sizes
    return frame.map { $0 * $0 } ?? sizes.upperBound * columns.upperBound
  }

  /// The passages of its maze that has most.
  var mostPassages: Int {
    switch generator {
    case .percolation, .depthFirstPercolation:
      let (rows, columns) = (sizes.upperBound, (columns ?? sizes).upperBound)
      return 2 * rows * columns - rows - columns
    case .depthFirst, .depthFirstForest, .prim, .wilson, .kruskal, .recursiveDivision:
      return sizes.upperBound * (columns ?? sizes).upperBound - 1
    }
  }
}
