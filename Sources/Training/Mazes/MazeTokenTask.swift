import Data
import Learning
import Seeds

/// How mazes are read, learned and answered by a network that continues sequences of tokens.
package struct MazeTokenTask: Sendable, Hashable {
  package var format: MazeTokenFormat
  package var loss: MazeTokenLoss
  /// Where sequences begin.
  package var start: Start

  package enum Start: Sendable, Hashable {
    case first
    /// At a random place, so that question and longest answer end below so many: then no place says where a path begins.
    case random(below: Int)
  }

  package init(format: MazeTokenFormat, loss: MazeTokenLoss, start: Start) {
    self.format = format
    self.loss = loss
    self.start = start
  }

  /// A maze as a model is shown it: its tokens, and the place where they begin.
  ///
  /// - Parameter use: how often a maze was shown before, over all mazes: each time it is told in another order.
  func read(_ example: MazeExample, use: Int, stream: Seed) -> (sequence: MazeSequence, firstPlace: Int) {
    var generator = stream.generator(at: use)
    let sequence = format.encode(example.solved, using: &generator)
    guard case .random(let end) = start else { return (sequence, 0) }
    let needed = sequence.solutionStart + answerCount(cells: example.maze.cellCount)
    precondition(needed <= end, "A maze of \(needed) tokens does not end below \(end).")
    return (sequence, Draw.integer(in: 0...(end - needed), using: &generator))
  }

  /// A stream of its own for the order of tokens, so that mazes do not depend on how they are told.
  func stream(of split: MazeSplit, seed: Seed) -> Seed { seed.child("tokens").child(split.localName) }

  /// How many tokens a model is given for an answer; an answer that is not finished by then is none.
  package func answerCount(cells: Int) -> Int {
    // As many as of a whole solution, and what is left of `MazeAnswer.longestTokenCount` where a cell is one token.
    max(format.longestSolution(cells: cells), cells + 2)
  }
}
