import Data
import Learning
import Seeds

/// Mazes as sequences of tokens to be foretold.
struct MazeTokenSource: ExampleSource {
  let split: MazeSplit
  let task: MazeTokenTask
  /// So many mazes come over and over; nil where none comes twice.
  var distinct: Int? = nil
  let seed: Seed

  let idsPerToken = 1
  var longest: Int {
    let cells = split.mostCells
    return task.format.longestQuestion(cells: cells, passages: split.mostPassages)
      + task.format.longestSolution(cells: cells)
  }

  func append(_ indices: Range<Int>, to batch: inout Batch) {
    let stream = task.stream(of: split, seed: seed)
    for (index, example) in zip(indices, examples(indices)) {
      let (sequence, firstPlace) = task.read(example, use: index, stream: stream)
      task.loss.append(sequence, of: example.solved, in: task.format, to: &batch)
      batch.begin(at: firstPlace)
    }
  }

  private func examples(_ indices: Range<Int>) -> [MazeExample] {
    guard let distinct else { return split.examples(indices, seed: seed) }
    return indices.map { split.example(at: $0 % distinct, seed: seed) }
  }

  /// What a model continues, each for as many tokens as its own size allows.
  func prompts(_ indices: Range<Int>) -> [Prompt] {
    let stream = task.stream(of: split, seed: seed)
    return zip(indices, examples(indices)).map { index, example in
      let (sequence, firstPlace) = task.read(example, use: index, stream: stream)
      return Prompt(
        sequence.question.map(Int32.init), count: task.answerCount(cells: example.maze.cellCount),
        firstPlace: firstPlace)
    }
  }
}
