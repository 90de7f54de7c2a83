import Data
import Learning
import Training

/// A way to train a network on mazes in tokens until it finds paths: what its loss counts, how it knows positions, and
/// which mazes it is shown.
package struct MazeSolver: Sendable, Hashable {
  package enum Counted: String, Sendable, Hashable, CaseIterable {
    case path
    case sequence
    /// The path, and a detour costs less than a wall.
    case validity
  }

  package enum KnownPositions: String, Sendable, Hashable, CaseIterable {
    case absolute
    case rotary
    /// A learned number for each distance, up to that of the longest question.
    case relative
    /// What a causal network knows of places it infers.
    case none
    /// Learned vectors, and sequences that begin anywhere: no place says where a path starts.
    case randomStart = "random-start"
  }

  /// All within 4 x 4 cells.
  package enum Shown: String, Sendable, Hashable, CaseIterable {
    /// 3 x 3 cells.
    case one
    /// 2 x 2 to 3 x 3 cells.
    case several
    /// 3 x 3 cells, by Wilson's algorithm.
    case wilson
    /// 3 x 3 cells, paths from dead ends alone.
    case deadEnds = "dead-ends"
  }

  package var counted: Counted
  package var positions: KnownPositions
  package var shown: Shown

  package init(_ counted: Counted, _ positions: KnownPositions, _ shown: Shown) {
    (self.counted, self.positions, self.shown) = (counted, positions, shown)
  }

  /// The eight.
  package static let eight = [Counted.path, .sequence].flatMap { counted in
    [KnownPositions.absolute, .rotary].flatMap { positions in
      [Shown.one, .several].map { MazeSolver(counted, positions, $0) }
    }
  }

  /// The one that all others are told beside: its positions say where every path starts.
  package static let base = MazeSolver(.path, .absolute, .one)

  /// Each differs from it in one thing that is none of the eight's.
  package static let changed = [
    MazeSolver(.validity, .absolute, .one), MazeSolver(.path, .randomStart, .one), MazeSolver(.path, .none, .one),
    MazeSolver(.path, .relative, .one), MazeSolver(.path, .absolute, .deadEnds), MazeSolver(.path, .absolute, .wilson),
  ]

  /// Such as `path-rotary-one`.
  package var name: String { "\(counted.rawValue)-\(positions.rawValue)-\(shown.rawValue)" }

  var training: MazeSplit {
    switch shown {
    case .one: .train3In4
    case .several: .train2To3In4
    case .wilson: .trainWilson3In4
    case .deadEnds: .trainDeadEndStart3In4
    }
  }

  /// From the smallest to the largest, and those of another generator.
  static let asked: [MazeSplit] = [.sizeDown2By3In4, .heldOut3In4, .sizeUp3By4In4, .heldOut4, .wilson3In4]

  private static let format = MazeTokenFormat.compact(CompactTokens(side: 4))

  /// The tokens of a question about 4 x 4 cells, and of the longest answer to it.
  private static let longest = format.longestQuestion(cells: 16, passages: 15) + 16 + 2

  /// A third more places than the longest needs, so that each is often the first of a path.
  private static let places = 4 * longest / 3

  var task: MazeTokenTask {
    let loss: MazeTokenLoss =
      switch counted {
      case .path: .pathOnly
      case .sequence: .fullSequence
      case .validity: .pathValidity(detour: 0.1)
      }
    return MazeTokenTask(
      format: Self.format, loss: loss, start: positions == .randomStart ? .random(below: Self.places) : .first)
  }

  var learnedPositions: Positions {
    switch positions {
    case .absolute: .learned(longest: Self.longest)
    case .rotary: .rotary(longest: Self.longest)
    case .relative: .relative(farthest: Self.longest)
    case .none: .none
    case .randomStart: .learned(longest: Self.places)
    }
  }
}
