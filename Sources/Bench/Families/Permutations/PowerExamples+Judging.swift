import Data
import Judging
import Reports
import Results
import Seeds
import Training

extension PowerExamples: JudgedExamples {
  package func evaluation(of predictions: [Float], count: Int, seed: Seed) -> Evaluation {
    .powers(split, count: count, predictions: predictions, seed: seed)
  }

  package func evaluations(of predictions: [[Float]], count: Int, seed: Seed) -> [Evaluation] {
    predictions.map { Evaluation.symbols($0, count: count, alphabet: split.format.alphabet) }
      .map(unanswered(count: count, seed: seed).answered)
  }

  package func unanswered(count: Int, seed: Seed) -> Evaluation {
    .powers(split, count: count, predictions: nil, seed: seed)
  }

  package var sizeAttribute: String { "n" }
  package var reportedSlices: [Slice] { Slice.ofPowers }
  package var watchedSlices: [Slice] { Slice.ofPowersByDepth }

  package func trivialPredictors(for metric: Metric) -> [TrivialPredictor] {
    // Where no exponent has more bits than training shows, leaving the others out is no trick but the task.
    [.attribute("identity", label: "identity")]
      + (split.depths.upperBound > PowerSplit.trainedBits
        ? [.attribute("truncated", label: "truncation to \(PowerSplit.trainedBits) bits")] : [])
  }

  package func sketch(of index: Int, seed: Seed, answers: [Float]?) -> ExampleSketch {
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
}

extension PowerExamples: ExchangedExamples {
  package static var exchanged: [Examples] { PowerSplit.all.map { .powers($0) } }
  package static var sampleLine: String { PowerSplit.sampleLine }
  package static var metrics: [Metric] { [.exactMatch] }
  package var answerForm: PredictedAnswer.Form { split.questions == .fixed(1) ? .number : .numbers }

  package func answerCounts(_ indices: Range<Int>, seed: Seed) -> [Int] {
    split.examples(indices, seed: seed).map(\.questions.count)
  }

  package func reading(_ other: PowerExamples) -> PowerExamples? {
    // A tape of so many bits holds no exponent of more.
    if case .tape(.bits(let count)) = reading, other.split.depths.upperBound > count { return nil }
    return PowerExamples(split: other.split, reading: reading)
  }

  package func jsonLines(_ indices: Range<Int>, seed: Seed) -> [UInt8] { split.jsonLines(indices, seed: seed) }
  package func columns(_ indices: Range<Int>, seed: Seed) -> [ExampleColumn] { split.columns(indices, seed: seed) }

  package func evaluation(of answers: [PredictedAnswer], from first: Int, seed: Seed) -> Evaluation {
    .powers(split, answers: answers.map(\.numbers), from: first, seed: seed)
  }
}
