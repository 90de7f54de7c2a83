import Data
import Learning
import Training

/// One of the eight ways to train a network on mazes in tokens: what its loss counts, how it knows positions, and which
/// sizes it is shown.
package struct MazeTokenSetting: Sendable, Hashable {
  package enum Counted: String, Sendable, Hashable, CaseIterable {
    case path
    case sequence
  }

  package enum KnownPositions: String, Sendable, Hashable, CaseIterable {
    case absolute
    case rotary
  }

  package enum Sizes: String, Sendable, Hashable, CaseIterable {
    /// 4 x 4 cells.
    case one
    /// 3 x 3, 4 x 4 and 5 x 5 cells.
    case three
  }

  package var counted: Counted
  package var positions: KnownPositions
  package var sizes: Sizes

  package init(_ counted: Counted, _ positions: KnownPositions, _ sizes: Sizes) {
    (self.counted, self.positions, self.sizes) = (counted, positions, sizes)
  }

  package static let all = Counted.allCases.flatMap { counted in
    KnownPositions.allCases.flatMap { positions in
      Sizes.allCases.map { MazeTokenSetting(counted, positions, $0) }
    }
  }

  /// Such as `path-rotary-one`.
  package var name: String { "\(counted.rawValue)-\(positions.rawValue)-\(sizes.rawValue)" }

  var training: MazeSplit { sizes == .one ? .train4 : .train3To5 }

  /// The cells that training has told with tokens of their own lie within this side.
  var knownSide: Int { training.sizes.upperBound }

  /// The largest mazes asked: the vocabulary has a token for each of their cells, and positions reach to their ends.
  static let largestSide = 6

  var task: MazeTokenTask {
    MazeTokenTask(
      format: .legacy(LegacyTokens(coordinates: .unique(.uniform), side: Self.largestSide)),
      loss: counted == .path ? .pathOnly : .fullSequence, start: .first)
  }

  /// The tokens of a question about the largest maze, and of the longest answer to it.
  static let longest: Int = {
    let cells = largestSide * largestSide
    let task = MazeTokenSetting(.path, .absolute, .one).task
    return task.format.longestQuestion(cells: cells, passages: cells - 1) + task.answerCount(cells: cells)
  }()

  var learnedPositions: Positions {
    switch positions {
    case .absolute: .learned(longest: Self.longest)
    case .rotary: .rotary(longest: Self.longest)
    }
  }
}
