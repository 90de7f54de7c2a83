import Data
import Seeds

extension Evaluation {
  /// Truths are the steps of a shortest path, predictions those that the network's map gives the origin. Columns: `exact`,
  /// `shortest`, `valid` (1 or 0, of the path that the map leads along), `walk` (1 where a random walk that never turns back
  /// would have found the path), `rows`, `steps`, `forks`.
  ///
  /// - Parameter predictions: a number for each cell, one maze after another; nil where nothing was answered, which counts as zeros.
  static func mazes(_ split: MazeSplit, count: Int, predictions: [Float]?, seed: Seed) -> Evaluation {
    let examples = split.examples(0..<count, seed: seed)
    var rest = (predictions ?? Array(repeating: 0, count: examples.reduce(0) { $0 + $1.maze.cellCount }))[...]
    var said: [Float] = []
    let scores = examples.map { example in
      let field = rest.prefix(example.maze.cellCount)
      rest = rest.dropFirst(example.maze.cellCount)
      said.append(field[field.startIndex + example.maze.number(of: example.solved.origin)])
      return PathScore(
        of: MazeAnswer(following: field, in: example.solved), label: example.path,
        field: example.maze.distances(to: example.solved.target))
    }
    precondition(rest.isEmpty, "\(rest.count) numbers are left after the cells of all \(count) mazes.")
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
