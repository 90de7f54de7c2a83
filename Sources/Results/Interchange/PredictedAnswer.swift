import Data
import Seeds

/// What another program answered to one example.
package enum PredictedAnswer: Sendable, Hashable {
  case number(Float)
  /// One for each question of an example that has several.
  case numbers([Float])
  /// The cells of a maze, both ends included. Nothing says that the steps are legal, or that it gets there; what was cut off
  /// is not finished, and no right answer.
  case path([Cell], isFinished: Bool = true)

  /// Which of them a split's examples are answered with: the field of a line that holds it.
  package enum Form: String, Sendable, Hashable, CaseIterable {
    case number = "prediction"
    case numbers = "answers"
    case path
  }

  package var number: Float {
    guard case .number(let number) = self else { preconditionFailure("\(self) is no number.") }
    return number
  }

  /// Of one question or of several.
  package var numbers: [Float] {
    if case .numbers(let numbers) = self { numbers } else { [number] }
  }

  package var path: MazeAnswer {
    guard case .path(let path, let isFinished) = self else { preconditionFailure("\(self) is no path.") }
    return MazeAnswer(path: path, isFinished: isFinished)
  }
}

extension PredictedAnswer.Form {
  /// A whole line.
  var sample: String {
    switch self {
    case .number: #"{"index":0,"prediction":3.2}"#
    case .numbers: #"{"index":0,"answers":[9,4]}"#
    case .path: #"{"index":0,"path":[[0,1],[0,0],[1,0]]}"#
    }
  }
}
