/// The tokens of a solved maze, and where its solution starts.
package struct MazeSequence: Hashable, Sendable {
  package let tokens: [Int]
  /// The place of the first token of the solution. A model is asked with the tokens before it, and a loss on the
  /// solution alone counts the tokens from here on: those that the logits from `solutionStart - 1` on foretell.
  package let solutionStart: Int

  package init(tokens: [Int], solutionStart: Int) {
    precondition(
      0...tokens.count ~= solutionStart, "A solution cannot start at place \(solutionStart) of \(tokens.count).")
    (self.tokens, self.solutionStart) = (tokens, solutionStart)
  }

  /// What a model is given.
  package var question: ArraySlice<Int> { tokens[..<solutionStart] }
  package var solution: ArraySlice<Int> { tokens[solutionStart...] }
}
