import Data
import Learning
import Seeds

/// A split of mazes as a looped network reads it: a token a cell, linked to itself and to its neighbours, through a
/// passage or a wall. What is learned is every cell's distance to the target.
///
/// The origin is not shown: the answer is a map for all of them.
package struct MazeFieldSource: ExampleSource {
  /// What the first id of a token says.
  enum Role: Int32, CaseIterable { case cell, target }

  /// What kind a link is of.
  package enum LinkKind: Int, CaseIterable { case itself, passage, wall }

  let split: MazeSplit
  /// What stands for the distance of a cell that no path joins to the target.
  let unreachableLabel: Int
  /// Whether a second id says in which row and column the cell lies. What is not named cannot depend on names.
  let isNamed: Bool
  let seed: Seed

  /// Rows and columns that have a name.
  static let namedSide = 8

  /// The ids: a role, or a role and a place.
  package static func vocabulary(isNamed: Bool) -> Int { Role.allCases.count + (isNamed ? namedSide * namedSide : 0) }

  package var idsPerToken: Int { isNamed ? 2 : 1 }
  package var longest: Int { split.mostCells }

  package func append(_ indices: Range<Int>, to batch: inout Batch) {
    for example in split.examples(indices, seed: seed) { append(example.solved, to: &batch) }
  }

  private func append(_ solved: SolvedMaze, to batch: inout Batch) {
    let maze = solved.maze
    let target = maze.number(of: solved.target)
    let field = maze.distances(to: solved.target)
    let cells = (0..<maze.cellCount).map(maze.cell)
    batch.append(
      ids: cells.enumerated().flatMap { place, cell in
        let role = place == target ? Role.target : .cell
        return [role.rawValue] + (isNamed ? [Self.name(of: cell)] : [])
      },
      targets: cells.map { Float(field.distance(from: $0) ?? unreachableLabel) })
    for (place, cell) in cells.enumerated() {
      var links = [(place: place, kind: LinkKind.itself.rawValue)]
      for direction in Direction.allCases where maze.contains(cell.step(direction)) {
        let kind: LinkKind = maze.isOpen(cell, direction) ? .passage : .wall
        links.append((maze.number(of: cell.step(direction)), kind.rawValue))
      }
      batch.link(to: links)
    }
  }
  private static func name(of cell: Cell) -> Int32 {
    precondition(
      max(cell.row, cell.column) < namedSide, "\(cell) has no name: only the first \(namedSide) rows and columns do.")
    return Int32(Role.allCases.count + cell.row * namedSide + cell.column)
  }
}
