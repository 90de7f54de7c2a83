import Data
import Judging
import Seeds
import Training

/// How examples leave the program. A family describes its lines and arrays in a folder of its own.
extension Examples {
  private var exchanged: any ExchangedExamples {
    guard let exchanged = task as? any ExchangedExamples else {
      preconditionFailure("\(name) is asked of a system, and never leaves the program.")
    }
    return exchanged
  }

  func jsonLines(_ indices: Range<Int>, seed: Seed) -> [UInt8] { exchanged.jsonLines(indices, seed: seed) }

  func columns(_ indices: Range<Int>, seed: Seed) -> [ExampleColumn] { exchanged.columns(indices, seed: seed) }

  /// The columns without a row: what they are called, what shape they have, and what stands in them.
  package var columns: [ExampleColumn] { columns(0..<0, seed: Seed(root: 0)) }

  /// What the split was called before its name said its family.
  var formerName: String { task.seedLabel }

  package var sampleLine: String { type(of: exchanged).sampleLine }
  package var answerForm: PredictedAnswer.Form { exchanged.answerForm }
  package var metrics: [Metric] { type(of: exchanged).metrics }

  /// Nil also of what never leaves the program.
  func paths(in predictions: [Float], count: Int, seed: Seed) -> [MazeAnswer]? {
    (task as? any ExchangedExamples)?.paths(in: predictions, count: count, seed: seed)
  }

  /// Whether it is answered with paths.
  var isAnsweredByPaths: Bool { (task as? any ExchangedExamples)?.answerForm == .path }

  func answerCounts(_ indices: Range<Int>, seed: Seed) -> [Int] { exchanged.answerCounts(indices, seed: seed) }

  func evaluation(of answers: [PredictedAnswer], from first: Int, seed: Seed) -> Evaluation {
    exchanged.evaluation(of: answers, from: first, seed: seed)
  }
}
