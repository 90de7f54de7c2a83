import Data
import Learning
import Seeds

/// Mazes of a split, as one of the networks reads them.
package struct MazeExamples: TaskExamples {
  package enum Reading: Sendable, Hashable {
    /// A token a cell, which may say where it lies; learned is each one's distance to the target.
    case field(unreachable: Int, isNamed: Bool)
    /// A token a cell, which knows where the others lie up to a radius; learned is each one's move.
    case moves(radius: Int)
    /// Sequences of tokens to be continued with those of a path. Where only so many mazes are distinct, they come over
    /// and over, told in another order each time.
    case tokens(MazeTokenTask, distinct: Int?)
  }

  package let split: MazeSplit
  package let reading: Reading

  package init(split: MazeSplit, reading: Reading) {
    self.split = split
    self.reading = reading
  }

  package static var family: String { "mazes" }
  package var name: String { split.name }
  package var seedLabel: String { split.localName }
  package var revision: Int { split.revision }

  package func source(seed: Seed, labelsAtMost most: Int?) -> any ExampleSource {
    precondition(most == nil, "The labels of mazes are capped by what is declared unreachable.")
    return switch reading {
    case .field(let label, let isNamed):
      MazeFieldSource(split: split, unreachableLabel: label, isNamed: isNamed, seed: seed)
    case .moves(let radius): MazeMoveSource(split: split, radius: radius, seed: seed)
    case .tokens(let task, let distinct): MazeTokenSource(split: split, task: task, distinct: distinct, seed: seed)
    }
  }

  package func fingerprint(seed: Seed, count: Int) -> String { split.fingerprint(seed: seed, count: count) }

  package func keys(_ indices: Range<Int>, seed: Seed) -> [ExampleKey] {
    if case .tokens(_, let distinct?) = reading {
      return indices.map { ExampleKey(split.example(at: $0 % distinct, seed: seed).maze.canonicalForm) }
    }
    return split.examples(indices, seed: seed).map { ExampleKey($0.maze.canonicalForm) }
  }

  package func answers(of model: Architecture, _ values: ModelValues, count: Int, seed: Seed) -> [Float] {
    guard case .tokens(let task, _) = reading else {
      return model.predictor(values).predictions(for: 0..<count, of: source(seed: seed, labelsAtMost: nil))
    }
    guard case .encoder(let shape) = model else {
      preconditionFailure("\(name) is asked in tokens, which a looped model does not continue.")
    }
    return MazeTokenAnswers(split: split, task: task).ask(shape, values, count: count, seed: seed)
  }
}

extension Examples {
  package static func mazeFields(_ split: MazeSplit, unreachable: Int, isNamed: Bool = false) -> Examples {
    Examples(MazeExamples(split: split, reading: .field(unreachable: unreachable, isNamed: isNamed)))
  }

  package static func mazeMoves(_ split: MazeSplit, radius: Int) -> Examples {
    Examples(MazeExamples(split: split, reading: .moves(radius: radius)))
  }

  package static func mazeTokens(_ split: MazeSplit, _ task: MazeTokenTask, distinct: Int? = nil) -> Examples {
    Examples(MazeExamples(split: split, reading: .tokens(task, distinct: distinct)))
  }
}
