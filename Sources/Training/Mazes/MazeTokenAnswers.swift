import Data
import Learning
import Seeds

/// What a network answered about mazes in tokens, as a run keeps it: for each maze as many numbers as the longest answer
/// may have, ids and then -1. Where the network diverged, NaN stands for an id.
package struct MazeTokenAnswers {
  package let split: MazeSplit
  package let task: MazeTokenTask

  package init(split: MazeSplit, task: MazeTokenTask) {
    self.split = split
    self.task = task
  }

  private var perMaze: Int { task.answerCount(cells: split.mostCells) }

  /// How many numbers the answers to so many mazes have.
  package func count(of mazes: Int) -> Int { mazes * perMaze }

  /// Greedily, each maze for as many tokens as its own size allows.
  func ask(_ shape: EncoderShape, _ values: ModelValues, count: Int, seed: Seed) -> [Float] {
    let decoder = GreedyDecoder(Encoder(shape), parameters: values.parameters, statistics: values.statistics)
    let source = MazeTokenSource(split: split, task: task, seed: seed)
    let answers = decoder.continuations(of: source.prompts(0..<count), end: Int32(task.format.end))
    return answers.flatMap { ids in
      ids.map { $0 == GreedyDecoder.noID ? .nan : Float($0) } + Array(repeating: -1, count: perMaze - ids.count)
    }
  }

  /// Whether the numbers of each maze are some.
  package func areNumbers(_ numbers: [Float]?, of mazes: Int) -> [Bool] {
    guard let numbers else { return Array(repeating: true, count: mazes) }
    return (0..<mazes).map { numbers[$0 * perMaze..<($0 + 1) * perMaze].allSatisfy(\.isFinite) }
  }

  /// The paths that were answered; unfinished ones without a step where nothing was.
  package func paths(_ numbers: [Float]?, of examples: [MazeExample]) -> [MazeAnswer] {
    guard let numbers else { return examples.map { _ in MazeAnswer(path: [], isFinished: false) } }
    precondition(
      numbers.count == examples.count * perMaze,
      "\(numbers.count) numbers are not \(perMaze) for each of \(examples.count) mazes.")
    return examples.enumerated().map { place, example in
      let count = task.answerCount(cells: example.maze.cellCount)
      let own = numbers[place * perMaze..<place * perMaze + count]
      return task.format.answer(own.prefix { $0 >= 0 }.map { Int($0) }, from: example.solved.origin)
    }
  }
}
