import Data
import Learning
import Seeds

/// A split of mazes as a network reads it that knows positions in two dimensions: a token a cell, linked to every cell,
/// and the kind of a link is where the other cell lies. What is learned is the move of every cell towards the target.
///
/// The origin is not shown: the answer is moves for all of them.
package struct MazeMoveSource: ExampleSource {
  let split: MazeSplit
  /// Rows and columns further off count as so far: so mazes may be larger than any seen in training.
  let radius: Int
  let seed: Seed

  package let idsPerToken = 1
  package var longest: Int { split.mostCells }

  /// Openings, and those at the target.
  package static let vocabulary = 2 * CellTokens.targetFlag

  package static func linkKinds(radius: Int) -> Int { (2 * radius + 1) * (2 * radius + 1) }

  package func append(_ indices: Range<Int>, to batch: inout Batch) {
    for example in split.examples(indices, seed: seed) { append(example.solved, to: &batch) }
  }

  /// Moves that are equally good share what an answer is worth; where there is no way, and at the target, nothing counts.
  private func append(_ solved: SolvedMaze, to batch: inout Batch) {
    let maze = solved.maze
    let moves = CellTokens.bestMoves(maze.distances(to: solved.target))
    batch.append(
      ids: CellTokens.cells(of: maze, target: solved.target).map(Int32.init),
      targets: moves.flatMap { best in
        Direction.allCases.map { best & $0.bit == 0 ? 0 : 1 / Float(best.nonzeroBitCount) }
      })
    let cells = (0..<maze.cellCount).map(maze.cell)
    for cell in cells {
      batch.link(to: cells.enumerated().map { (place: $0, kind: kind(from: cell, to: $1)) })
    }
  }

  private func kind(from cell: Cell, to other: Cell) -> Int {
    func clipped(_ distance: Int) -> Int { min(max(distance, -radius), radius) + radius }
    return clipped(other.row - cell.row) * (2 * radius + 1) + clipped(other.column - cell.column)
  }
}
