import Data
import Seeds

extension Evaluation {
  /// What a network's maps lead to: each answer goes downhill, and predicted are the steps that the map gives the origin.
  ///
  /// - Parameter predictions: a number for each cell, one maze after another; nil where nothing was answered, which counts as zeros.
  static func mazes(_ split: MazeSplit, count: Int, predictions: [Float]?, seed: Seed) -> Evaluation {
    let examples = split.examples(0..<count, seed: seed)
    var rest = (predictions ?? Array(repeating: 0, count: examples.reduce(0) { $0 + $1.maze.cellCount }))[...]
    var said: [Float] = []
    let answers = examples.map { example in
      let field = rest.prefix(example.maze.cellCount)
      rest = rest.dropFirst(example.maze.cellCount)
      said.append(field[field.startIndex + example.maze.number(of: example.solved.origin)])
      return MazeAnswer(following: field, in: example.solved)
    }
    precondition(rest.isEmpty, "\(rest.count) numbers are left after the cells of all \(count) mazes.")
    return .mazes(split, examples, answers: answers, said: said, seed: seed)
  }

  /// Paths that were answered: predicted are their steps.
  static func mazes(_ split: MazeSplit, answers: [MazeAnswer], seed: Seed) -> Evaluation {
    .mazes(
      split, split.examples(answers.indices, seed: seed), answers: answers,
      said: answers.map { Float(max(0, $0.path.count - 1)) }, seed: seed)
  }

  /// Truths are the steps of a shortest path. Columns: `exact`, `shortest`, `valid` (1 or 0, of the path that was
  /// answered), `walk` (1 where a random walk that never turns back would have found the path), `rows`, `steps`, `forks`.
  private static func mazes(
    _ split: MazeSplit, _ examples: [MazeExample], answers: [MazeAnswer], said: [Float], seed: Seed
  ) -> Evaluation {
    let scores = zip(examples, answers).map { example, answer in
      PathScore(of: answer, label: example.path, field: example.maze.distances(to: example.solved.target))
    }
    func column(_ name: String, _ value: (Int) -> Int) -> Attribute {
      Attribute(name, scores.indices.map { Int32(value($0)) })
    }
    return Evaluation(
      split: split.name, truths: examples.map { Float($0.solved.length) }, predictions: said,
      attributes: [
        column("exact") { scores[$0].isExact ? 1 : 0 },
        column("shortest") { scores[$0].isShortest ? 1 : 0 },
        column("valid") { scores[$0].isValid ? 1 : 0 },
        column("walk") { index in
          var generator = seed.child("walk").generator(at: index)
          let probability = examples[index].maze.randomWalkProbability(of: examples[index].path)
          return Draw.unit(using: &generator) < probability ? 1 : 0
        },
        column("rows") { examples[$0].maze.rows },
        column("steps") { examples[$0].solved.length },
        column("forks") { scores[$0].forkCount },
      ])
  }
}
