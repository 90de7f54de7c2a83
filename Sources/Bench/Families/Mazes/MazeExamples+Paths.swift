import Data
import Seeds
import Training

extension MazeExamples {
  /// The path that was answered to one of a question's mazes.
  ///
  /// - Parameter answers: to all examples from the first on, as a run keeps them.
  package func path(answeredTo index: Int, in answers: [Float], seed: Seed) -> MazeAnswer {
    switch reading {
    case .field:
      let (solved, before) = split.maze(at: index, seed: seed)
      return MazeAnswer(following: answers[before..<before + solved.maze.cellCount], in: solved)
    case .moves:
      let (solved, before) = split.maze(at: index, seed: seed)
      return MazeAnswer(movingBy: answers[4 * before..<4 * (before + solved.maze.cellCount)], in: solved)
    case .tokens(let task, _):
      let examples = split.examples(0..<index + 1, seed: seed)
      let kept = MazeTokenAnswers(split: split, task: task)
      return kept.paths(Array(answers.prefix(kept.count(of: index + 1))), of: examples)[index]
    }
  }
}

extension MazeExamples {
  /// The paths that were answered to the first questions.
  func paths(answeredTo count: Int, in answers: [Float], seed: Seed) -> [MazeAnswer] {
    let examples = split.examples(0..<count, seed: seed)
    var rest = answers[...]
    func next(_ length: Int) -> ArraySlice<Float> {
      defer { rest = rest.dropFirst(length) }
      return rest.prefix(length)
    }
    switch reading {
    case .field: return examples.map { MazeAnswer(following: next($0.maze.cellCount), in: $0.solved) }
    case .moves: return examples.map { MazeAnswer(movingBy: next(4 * $0.maze.cellCount), in: $0.solved) }
    case .tokens(let task, _): return MazeTokenAnswers(split: split, task: task).paths(answers, of: examples)
    }
  }
}

extension MazeSplit {
  /// A maze, and the cells of all those before it.
  fileprivate func maze(at index: Int, seed: Seed) -> (solved: SolvedMaze, cellsBefore: Int) {
    let examples = examples(0..<index + 1, seed: seed)
    return (examples[index].solved, examples.dropLast().reduce(0) { $0 + $1.maze.cellCount })
  }
}
