import Data
import Learning
import Reports
import Seeds

/// Permutations of a split and a power of each, as one of the networks reads them.
package struct PowerExamples: ExchangedExamples {
  package enum Reading: Sendable, Hashable {
    /// A token a fact, a bit, and the element asked about; learned is where the power takes it.
    case tokens
    /// A token a fact, and the exponent a symbol a loop; learned is where the power takes every element.
    case tape(PowerTape)
  }

  let split: PowerSplit
  let reading: Reading

  static var family: String { "powers" }
  var name: String { split.name }
  var revision: Int { split.revision }

  func source(seed: Seed, labelsAtMost most: Int?) -> any ExampleSource {
    precondition(most == nil, "The answers of \(name) are symbols, and none is larger.")
    return switch reading {
    case .tokens: PowerSource(split: split, seed: seed)
    case .tape(let tape): PowerTapeSource(split: split, tape: tape, seed: seed)
    }
  }

  func fingerprint(seed: Seed, count: Int) -> String { split.fingerprint(seed: seed, count: count) }

  func keys(_ indices: Range<Int>, seed: Seed) -> [ExampleKey] {
    split.examples(indices, seed: seed).map { .power($0.context.key(of: $0.questions[0], upTo: .power)!) }
  }

  func evaluation(of predictions: [Float], count: Int, seed: Seed) -> Evaluation {
    .powers(split, count: count, predictions: predictions, seed: seed)
  }

  func evaluations(of predictions: [[Float]], count: Int, seed: Seed) -> [Evaluation] {
    predictions.map { Evaluation.symbols($0, count: count, alphabet: split.format.alphabet) }
      .map(unanswered(count: count, seed: seed).answered)
  }

  func unanswered(count: Int, seed: Seed) -> Evaluation {
    .powers(split, count: count, predictions: nil, seed: seed)
  }

  var sizeAttribute: String { "n" }
  var reportedSlices: [Slice] { Slice.ofPowers }
  var watchedSlices: [Slice] { Slice.ofPowersByDepth }

  func trivialPredictors(for metric: Metric) -> [TrivialPredictor] {
    // Where no exponent has more bits than training shows, leaving the others out is no trick but the task.
    [.attribute("identity", label: "identity")]
      + (split.depths.upperBound > PowerSplit.trainedBits
        ? [.attribute("truncated", label: "truncation to \(PowerSplit.trainedBits) bits")] : [])
  }

  func sketch(of index: Int, seed: Seed, answers: [Float]?) -> ExampleSketch {
    let task = PowerTask(split.example(at: index, seed: seed))
    let (size, order) = (task.context.count, task.context.permutation.order)
    let answered = answers.map { answers in
      let alphabet = split.format.alphabet
      return PowerTask.answer(answers[index * alphabet..<(index + 1) * alphabet])
    }
    return ExampleSketch(
      question: "s^\(task.exponent)(\(task.element)), order \(order), among \(size) elements: \(task.context)",
      drawing: .permutation(PermutationDrawing(of: task, answered: answered)))
  }

  static var sampleLine: String { PowerSplit.sampleLine }
  static var answerForm: PredictedAnswer.Form { .number }
  static var metrics: [Metric] { [.exactMatch] }
  var isAnsweredOnce: Bool { split.questions == .fixed(1) }

  func jsonLines(_ indices: Range<Int>, seed: Seed) -> [UInt8] { split.jsonLines(indices, seed: seed) }
  func columns(_ indices: Range<Int>, seed: Seed) -> [ExampleColumn] { split.columns(indices, seed: seed) }
}

extension Examples {
  package static func powers(_ split: PowerSplit) -> Examples {
    .ofPowers(PowerExamples(split: split, reading: .tokens))
  }

  package static func powerTapes(_ split: PowerSplit, _ tape: PowerTape) -> Examples {
    .ofPowers(PowerExamples(split: split, reading: .tape(tape)))
  }
}
