import Data
import Judging
import Seeds
import Training

extension Evaluation {
  /// Of maps: each answer goes downhill. Truths are the steps of a shortest path, predictions those that the map gives the origin.
  ///
  /// - Parameter predictions: a number for each cell, one maze after another; nil where nothing was answered, which counts as zeros.
  package static func mazes(_ split: MazeSplit, count: Int, predictions: [Float]?, seed: Seed) -> Evaluation {
    let examples = split.examples(0..<count, seed: seed)
    var rest = (predictions ?? Array(repeating: 0, count: examples.reduce(0) { $0 + $1.maze.cellCount }))[...]
    var said: [Float] = []
    let answers = examples.map { example in
      let field = rest.prefix(example.maze.cellCount)
      rest = rest.dropFirst(example.maze.cellCount)
      let isNumber = field.allSatisfy(\.isFinite)
      said.append(isNumber ? field[field.startIndex + example.maze.number(of: example.solved.origin)] : .nan)
      return MazeAnswer(following: field, in: example.solved)
    }
    precondition(rest.isEmpty, "\(rest.count) numbers are left after the cells of all \(count) mazes.")
    return mazes(split, examples, answers: answers, said: said, seed: seed)
  }

  /// Of paths that another program answered. Predictions are their steps.
  ///
  /// - Parameter first: the index of the first of the examples.
  package static func mazes(
    _ split: MazeSplit, answers: [MazeAnswer], from first: Int = 0, seed: Seed
  ) -> Evaluation {
    let examples = split.examples(first..<first + answers.count, seed: seed)
    return mazes(split, examples, answers: answers, from: first, seed: seed)
  }

  /// Of moves. Predictions are the steps answered.
  ///
  /// - Parameter moves: four logits for each cell, one maze after another; nil where nothing was answered, which counts as zeros.
  package static func mazes(_ split: MazeSplit, count: Int, moves: [Float]?, seed: Seed) -> Evaluation {
    let examples = split.examples(0..<count, seed: seed)
    var rest = (moves ?? Array(repeating: 0, count: examples.reduce(0) { $0 + 4 * $1.maze.cellCount }))[...]
    var areNumbers: [Bool] = []
    let answers = examples.map { example in
      let logits = rest.prefix(4 * example.maze.cellCount)
      rest = rest.dropFirst(4 * example.maze.cellCount)
      areNumbers.append(logits.allSatisfy(\.isFinite))
      return MazeAnswer(movingBy: logits, in: example.solved)
    }
    precondition(rest.isEmpty, "\(rest.count) numbers are left after the cells of all \(count) mazes.")
    return mazes(split, examples, answers: answers, said: steps(of: answers, areNumbers), seed: seed)
  }

  /// Of paths in tokens. Predictions are the steps answered.
  package static func mazes(
    _ split: MazeSplit, _ task: MazeTokenTask, count: Int, predictions: [Float]?, seed: Seed
  ) -> Evaluation {
    let examples = split.examples(0..<count, seed: seed)
    let kept = MazeTokenAnswers(split: split, task: task)
    let answers = kept.paths(predictions, of: examples)
    let said = steps(of: answers, kept.areNumbers(predictions, of: count))
    return mazes(split, examples, answers: answers, said: said, seed: seed)
  }

  /// Not a number where the network's own were not: whatever path was read from those, a diverged network has no score.
  private static func steps(of answers: [MazeAnswer], _ areNumbers: [Bool]) -> [Float] {
    zip(answers, areNumbers).map { $1 ? Float(max($0.path.count - 1, 0)) : .nan }
  }

  /// Columns, 1 or 0 of each answered path: `exact`, `shortest`, `valid`, `reaches`, `first` (it begins at the origin). In
  /// thousandths: `legal` (its legal steps, of all; 0 where there are none) and `right` (forks left rightly, of all;
  /// 1000 where there are none). What luck gives: the same of one random walk that never turns back, as `walk-exact`,
  /// `walk-shortest`, `walk-valid`, `walk-reaches` and `walk-legal`; `turn`, the thousandths of forks that such walks
  /// leave rightly; and `guess`, 1 where a random cell would have been the origin. Of the maze: `rows`, `steps`, `forks`,
  /// and `corner`, the size of the smallest maze that has its origin: beyond those learned from, a token for it was never
  /// trained.
  ///
  /// - Parameter said: how many steps it is from each origin; nil for the steps of the answers.
  private static func mazes(
    _ split: MazeSplit, _ examples: [MazeExample], answers: [MazeAnswer], said: [Float]? = nil, from first: Int = 0,
    seed: Seed
  ) -> Evaluation {
    let walks = examples.enumerated().map { index, example in
      var generator = seed.child("walk").generator(at: first + index)
      return MazeAnswer(walkingAtRandomIn: example.solved, using: &generator)
    }
    let scores = Self.scores(of: answers, examples)
    func column(_ name: String, _ value: (Int) -> Int) -> Attribute {
      Attribute(name, scores.indices.map { Int32(value($0)) })
    }
    func guess(_ index: Int) -> Int {
      var generator = seed.child("guess").generator(at: first + index)
      return Draw.integer(in: 0...examples[index].maze.cellCount - 1, using: &generator) == 0 ? 1 : 0
    }
    return Evaluation(
      split: split.name, truths: examples.map { Float($0.solved.length) },
      predictions: said ?? answers.map { Float(max($0.path.count - 1, 0)) },
      attributes: quality(scores) + quality(Self.scores(of: walks, examples), prefix: "walk-") + [
        column("first") { scores[$0].startsAtOrigin ? 1 : 0 },
        column("right") { thousandths(scores[$0].rightForkCount, of: scores[$0].forkCount) ?? 1000 },
        column("guess", guess),
        column("turn") { Int((1000 * examples[$0].chanceOfRightTurns).rounded()) },
        column("rows") { examples[$0].maze.rows },
        column("steps") { examples[$0].solved.length },
        column("forks") { scores[$0].forkCount },
        column("corner") { max(examples[$0].solved.origin.row, examples[$0].solved.origin.column) + 1 },
      ], quantity: "number of steps")
  }

  private static func scores(of answers: [MazeAnswer], _ examples: [MazeExample]) -> [PathScore] {
    zip(examples, answers).map { example, answer in
      PathScore(of: answer, label: example.path, field: example.maze.distances(to: example.solved.target))
    }
  }

  private static func quality(_ scores: [PathScore], prefix: String = "") -> [Attribute] {
    func column(_ name: String, _ value: (PathScore) -> Int) -> Attribute {
      Attribute(prefix + name, scores.map { Int32(value($0)) })
    }
    return [
      column("exact") { $0.isExact ? 1 : 0 },
      column("shortest") { $0.isShortest ? 1 : 0 },
      column("valid") { $0.isValid ? 1 : 0 },
      column("reaches") { $0.reachesTarget ? 1 : 0 },
      column("legal") { thousandths($0.legalStepCount, of: $0.stepCount) ?? 0 },
    ]
  }

  private static func thousandths(_ part: Int, of whole: Int) -> Int? {
    whole == 0 ? nil : Int((1000 * Double(part) / Double(whole)).rounded())
  }
}

extension MazeExample {
  /// The share of the forks on its path that a walk which never turns back leaves rightly, in the mean; 1 without forks.
  fileprivate var chanceOfRightTurns: Double {
    let field = maze.distances(to: solved.target)
    let chances = maze.forks(on: path).map { fork in
      Double(field.bestDirections(from: fork).nonzeroBitCount) / Double(maze.degree(fork) - (fork == path[0] ? 0 : 1))
    }
    return chances.isEmpty ? 1 : chances.reduce(0, +) / Double(chances.count)
  }
}
