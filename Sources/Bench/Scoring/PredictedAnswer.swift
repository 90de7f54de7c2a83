import Data
import Seeds

/// What another program answered to one example.
package enum PredictedAnswer: Sendable, Hashable {
  case number(Float)
  /// The cells of a maze, both ends included. Nothing says that the steps are legal, or that it gets there.
  case path([Cell])

  /// Which of the two a family's examples are answered with: the field of a line that holds it.
  package enum Form: String, Sendable, Hashable, CaseIterable {
    case number = "prediction"
    case path
  }

  var number: Float {
    guard case .number(let number) = self else { preconditionFailure("\(self) is no number.") }
    return number
  }

  var path: [Cell] {
    guard case .path(let path) = self else { preconditionFailure("\(self) is no path.") }
    return path
  }
}

extension PredictedAnswer.Form {
  /// A whole line.
  var sample: String {
    switch self {
    case .number: #"{"index":0,"prediction":3.2}"#
    case .path: #"{"index":0,"path":[[0,1],[0,0],[1,0]]}"#
    }
  }
}

extension Examples {
  /// How another program answers them.
  package var answerForm: PredictedAnswer.Form {
    switch self {
    case .graphs, .vertices, .renamedGraphs, .searches, .amplification, .powers, .powerTapes: .number
    case .mazeFields, .mazeMoves, .mazeTokens: .path
    }
  }

  /// What such answers can be scored by.
  package var metrics: [Metric] {
    switch self {
    case .graphs, .vertices, .renamedGraphs, .searches: [.squaredError, .absoluteError, .roundedAccuracy]
    case .mazeFields, .mazeMoves, .mazeTokens: [.exactPath, .shortestPath, .validPath, .reachedTarget]
    case .amplification: [.sampledAccuracy, .greedyAccuracy]
    case .powers, .powerTapes: [.exactMatch]
    }
  }

  /// Whether an example has one answer. Some contexts of permutations have several questions.
  package var isAnsweredOnce: Bool {
    switch self {
    case .graphs, .vertices, .renamedGraphs, .searches, .mazeFields, .mazeMoves, .mazeTokens: true
    case .amplification: false
    case .powers(let split), .powerTapes(let split, _): split.questions == .fixed(1)
    }
  }

  /// The first examples' true answers beside another program's.
  func evaluation(of answers: [PredictedAnswer], seed: Seed) -> Evaluation {
    switch self {
    case .graphs, .vertices, .renamedGraphs, .searches, .amplification, .powers, .powerTapes:
      evaluation(of: answers.map(\.number), count: answers.count, seed: seed)
    case .mazeFields(let split, _), .mazeMoves(let split, _), .mazeTokens(let split, _, _):
      // A path was written to its end, or its line would have been refused.
      .mazes(split, answers: answers.map { MazeAnswer(path: $0.path, isFinished: true) }, seed: seed)
    }
  }
}
