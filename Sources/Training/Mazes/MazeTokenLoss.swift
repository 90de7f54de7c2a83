import Data
import Learning

/// What a network that foretells the next token is made to learn of a sequence.
package enum MazeTokenLoss: Sendable, Hashable {
  /// Each token counts by what it tells: the passages, the ends with their delimiters, or the path with its end.
  case weighted(passages: Float, ends: Float, path: Float)
  /// The path alone, and at each step of it more than one token is worth something: the shortest ways share
  /// 1 - `detour`, the other ways without a wall share `detour`, and a step through a wall or to anywhere else is worth
  /// nothing.
  ///
  /// So a step that is legal and too long costs less than one that is not legal. The loss is convex in the logits, unlike
  /// the logarithm of the probability of all legal steps, whose slope vanishes where a network is sure of a detour; and with
  /// a detour below 1/2 what it makes likeliest is still a shortest way, so greedy answers lose nothing.
  case pathValidity(detour: Float)

  package static let pathOnly = MazeTokenLoss.weighted(passages: 0, ends: 0, path: 1)
  package static let fullSequence = MazeTokenLoss.weighted(passages: 1, ends: 1, path: 1)

  /// What the network must be declared with.
  package var loss: Loss {
    switch self {
    case .weighted: .crossEntropy
    case .pathValidity: .softCrossEntropy
    }
  }

  /// Appends a sequence without its last token, which foretells nothing: the place before each token has it as its class.
  func append(_ sequence: MazeSequence, of solved: SolvedMaze, in format: MazeTokenFormat, to batch: inout Batch) {
    let inputs = sequence.tokens.dropLast().map(Int32.init)
    switch self {
    case .weighted(let passages, let ends, let path):
      let mazeTokens = format.mazeTokenCount(in: sequence)
      batch.append(
        ids: inputs, classes: sequence.tokens.dropFirst().map(Int32.init),
        weights: (1..<sequence.tokens.count).map { place in
          place < mazeTokens ? passages : place < sequence.solutionStart ? ends : path
        })
    case .pathValidity(let detour):
      batch.append(ids: inputs, targets: Self.worth(sequence, of: solved, in: format, detour: detour))
    }
  }

  /// `[tokens - 1, vocabulary]`: what each token would be worth at each place.
  private static func worth(
    _ sequence: MazeSequence, of solved: SolvedMaze, in format: MazeTokenFormat, detour: Float
  ) -> [Float] {
    precondition(0 <= detour && detour < 0.5, "A detour worth \(detour) would be learned before a shortest way.")
    let field = solved.maze.distances(to: solved.target)
    var worth = [Float](repeating: 0, count: (sequence.tokens.count - 1) * format.vocabulary)
    // The tokens after the last steps: the path's first cell, where the format names it, and the path's end.
    let stepCount = solved.path.count - 1
    let firstStep = sequence.tokens.count - 1 - stepCount
    for place in sequence.solutionStart..<sequence.tokens.count {
      let row = (place - 1) * format.vocabulary
      let step = place - firstStep
      guard 0..<stepCount ~= step else {
        worth[row + sequence.tokens[place]] = 1
        continue
      }
      for (token, value) in values(ofStepsFrom: solved.path[step], in: field, format, detour) {
        worth[row + token] = value
      }
    }
    return worth
  }

  private static func values(
    ofStepsFrom cell: Cell, in field: DistanceField, _ format: MazeTokenFormat, _ detour: Float
  ) -> [(token: Int, value: Float)] {
    let open = Direction.allCases.filter { field.maze.isOpen(cell, $0) }
    let best = open.filter { field.bestDirections(from: cell) & $0.bit != 0 }
    let share = best.count == open.count ? 0 : detour
    return open.map { direction in
      guard let token = format.step(from: cell, to: cell.step(direction)) else {
        preconditionFailure("A step of several tokens is not judged by its first: use a token for each cell.")
      }
      let isBest = best.contains(direction)
      return (token, isBest ? (1 - share) / Float(best.count) : share / Float(open.count - best.count))
    }
  }
}
