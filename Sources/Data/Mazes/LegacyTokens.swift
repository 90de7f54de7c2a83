import Seeds

/// The tokens that published maze transformers were trained on: a list of all passages, the two ends, the path.
///
/// `<ADJLIST_START> (0,0) <--> (0,1) ; ... <ADJLIST_END> <ORIGIN_START> (0,0) <ORIGIN_END>
/// <TARGET_START> (1,1) <TARGET_END> <PATH_START> (0,0) (0,1) (1,1) <PATH_END>`
///
/// All spanning trees of one size have equally many passages, so the path starts at the same place in all of them:
/// what a model learns from that place is lost at any other size.
package struct LegacyTokens: Hashable, Sendable {
  /// What stands for a cell.
  package enum Coordinates: Hashable, Sendable {
    /// A token for each cell of the lattice.
    case unique(CoordinateOrder)
    /// Five tokens, `( 1 , 0 )`: one for each number.
    case indexed
  }

  /// The tokens that are no coordinates, in the order of their ids, from 0.
  package enum Special: Int, CaseIterable, Sendable {
    case adjacencyStart, adjacencyEnd, targetStart, targetEnd, originStart, originEnd, pathStart, pathEnd
    case connector, endOfPassage, padding

    package var text: String {
      [
        "<ADJLIST_START>", "<ADJLIST_END>", "<TARGET_START>", "<TARGET_END>", "<ORIGIN_START>", "<ORIGIN_END>",
        "<PATH_START>", "<PATH_END>", "<-->", ";", "<PADDING>",
      ][rawValue]
    }
  }

  package let coordinates: Coordinates
  /// The rows and columns of the largest maze that can be told.
  package let side: Int

  package init(coordinates: Coordinates, side: Int) {
    precondition(
      1...Maze.largestSide ~= side, "A vocabulary is for sides in 1...\(Maze.largestSide), unlike \(side).")
    (self.coordinates, self.side) = (coordinates, side)
  }

  /// The texts of all tokens by id: the special ones first.
  package var vocabulary: [String] {
    let cells: [String] =
      switch coordinates {
      case .unique(let order): (0..<(side * side)).map { order.cell($0, side: side).description }
      case .indexed: LegacyTokens.brackets + (0..<side).map(String.init)
      }
    return Special.allCases.map(\.text) + cells
  }

  package var vocabularySize: Int {
    switch coordinates {
    case .unique: LegacyTokens.firstCoordinate + side * side
    case .indexed: LegacyTokens.firstNumber + side
    }
  }

  static let firstCoordinate = Special.allCases.count
  /// Around and between the numbers of indexed coordinates.
  static let brackets = ["(", ",", ")"]
  static let firstNumber = firstCoordinate + brackets.count

  func append(_ cell: Cell, to tokens: inout [Int]) {
    let first = LegacyTokens.firstCoordinate
    switch coordinates {
    case .unique(let order): tokens.append(first + order.number(of: cell, side: side))
    case .indexed:
      let number = LegacyTokens.firstNumber
      tokens += [first, number + cell.row, first + 1, number + cell.column, first + 2]
    }
  }
}
