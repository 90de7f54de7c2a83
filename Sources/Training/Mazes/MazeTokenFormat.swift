import Data
import Seeds

/// How a maze is told to a network that continues sequences: which tokens its question has, and which its answer.
package enum MazeTokenFormat: Sendable, Hashable {
  case legacy(LegacyTokens)
  case compact(CompactTokens)
  case cells

  package var vocabulary: Int {
    switch self {
    case .legacy(let tokens): tokens.vocabularySize
    case .compact(let tokens): tokens.vocabularySize
    case .cells: CellTokens.vocabularySize
    }
  }

  /// The token that ends an answer.
  var end: Int {
    switch self {
    case .legacy: LegacyTokens.Special.pathEnd.rawValue
    case .compact: CompactTokens.Special.end.rawValue
    case .cells: CellTokens.end
    }
  }

  /// The first token after those that tell the passages.
  private var endsStart: Int {
    switch self {
    case .legacy: LegacyTokens.Special.originStart.rawValue
    case .compact: CompactTokens.Special.origin.rawValue
    case .cells: CellTokens.start
    }
  }

  /// What stands in the sequence's order is drawn from the generator; cells have an order of their own.
  func encode(_ solved: SolvedMaze, using generator: inout Generator) -> MazeSequence {
    switch self {
    case .legacy(let tokens): tokens.encode(solved, using: &generator)
    case .compact(let tokens): tokens.encode(solved, using: &generator)
    case .cells: CellTokens.encode(solved)
    }
  }

  /// What a model's tokens say, whatever they are.
  func answer(_ tokens: [Int], from origin: Cell) -> MazeAnswer {
    switch self {
    case .legacy(let format): format.answer(tokens)
    case .compact(let format): format.answer(tokens)
    case .cells: CellTokens.answer(tokens, origin: origin)
    }
  }

  /// The token that leads from a cell to its neighbour; nil where that takes more than one.
  func step(from cell: Cell, to next: Cell) -> Int? {
    switch self {
    case .legacy(let tokens):
      guard case .unique(let order) = tokens.coordinates else { return nil }
      return LegacyTokens.Special.allCases.count + order.number(of: next, side: tokens.side)
    case .compact(let tokens):
      return CompactTokens.Special.allCases.count + CoordinateOrder.uniform.number(of: next, side: tokens.side)
    case .cells: return cell.direction(to: next).map { CellTokens.firstMove + $0.rawValue }
    }
  }

  /// How many of a sequence's tokens tell the passages.
  func mazeTokenCount(in sequence: MazeSequence) -> Int {
    guard let count = sequence.tokens.firstIndex(of: endsStart) else {
      preconditionFailure("A sequence of \(sequence.tokens.count) tokens does not tell its ends.")
    }
    return count
  }

  /// The most tokens that a question about so many cells with so many passages can have.
  package func longestQuestion(cells: Int, passages: Int) -> Int {
    switch self {
    case .legacy(let tokens):
      // Each passage has two cells and two tokens between; the ends and all delimiters are two cells and seven tokens.
      tokens.coordinates == .indexed ? 12 * passages + 17 : 4 * passages + 9
    case .compact: 2 * passages + 5
    case .cells: cells + 1
    }
  }

  /// The same of a solution with its end.
  func longestSolution(cells: Int) -> Int {
    switch self {
    case .legacy(let tokens) where tokens.coordinates == .indexed: 5 * cells + 1
    case .legacy, .compact: cells + 1
    case .cells: cells
    }
  }
}
