import Data
import Seeds

/// How examples leave the program, and are asked for by name. A family describes its lines and arrays in a file of its
/// own, as `Graphs/GraphSplit+Interchange.swift` does.
extension Examples {
  /// Every split of every family that leaves the program.
  package static let all: [Examples] =
    GraphSplit.all.map { .graphs($0) } + MazeSplit.all.map { .mazeFields($0, unreachable: -1) }
    + PowerSplit.all.map { .powers($0) }

  package static func named(_ name: String) throws(UnknownName) -> Examples {
    guard let examples = all.first(where: { $0.name == name }) else {
      throw UnknownName(kind: "split", asked: name, known: all.map(\.name))
    }
    return examples
  }

  /// One split of each family, to show how they look.
  package static var families: [Examples] {
    var seen: Set<String> = []
    return all.filter { seen.insert($0.family).inserted }
  }

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

  package var sampleLine: String { type(of: exchanged).sampleLine }
  package var answerForm: PredictedAnswer.Form { type(of: exchanged).answerForm }
  package var metrics: [Metric] { type(of: exchanged).metrics }
  package var isAnsweredOnce: Bool { exchanged.isAnsweredOnce }

  func evaluation(of answers: [PredictedAnswer], seed: Seed) -> Evaluation {
    exchanged.evaluation(of: answers, seed: seed)
  }
}
