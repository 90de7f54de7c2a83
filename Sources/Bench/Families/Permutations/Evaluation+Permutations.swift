import Data
import Judging
import Seeds
import Training

extension Evaluation {
  /// Truths and predictions are symbols. Columns: `n` elements, exponent `k`, its `depth`, the permutation's `order`,
  /// `effective` = k mod order, `cycle`, the length of the cycle asked about; what the trivial predictors answer,
  /// `identity` and `truncated`; and `trivial`, 1 where one of them is right that does not take the very power.
  ///
  /// - Parameters:
  ///   - predictions: a symbol an example, or a logit for each symbol of the alphabet; nil where nothing was answered,
  ///     which counts as symbol 0.
  ///   - first: the index of the first of the examples.
  package static func powers(
    _ split: PowerSplit, count: Int, predictions: [Float]?, from first: Int = 0, seed: Seed
  ) -> Evaluation {
    let examples = split.examples(first..<first + count, seed: seed)
    return powers(
      split, examples.map(PowerTask.init),
      predictions: predictions.map { symbols($0, count: count, alphabet: split.format.alphabet) })
  }

  /// What another program answered to every question of these examples: a row a question. Where examples have several,
  /// the columns `index` and `question` say which example's, and which of it.
  static func powers(_ split: PowerSplit, answers: [[Float]], from first: Int, seed: Seed) -> Evaluation {
    let examples = split.examples(first..<first + answers.count, seed: seed)
    let tasks = examples.map { example in
      example.questions.map { PowerTask(PowerExample(index: example.index, context: example.context, questions: [$0])) }
    }
    let evaluation = powers(split, Array(tasks.joined()), predictions: Array(answers.joined()))
    guard split.questions != .fixed(1) else { return evaluation }
    return
      evaluation
      .adding(
        Attribute("index", zip(examples, tasks).flatMap { example, tasks in tasks.map { _ in Int32(example.index) } })
      )
      .adding(Attribute("question", tasks.flatMap { $0.indices.map { Int32($0) } }))
  }

  /// - Parameter predictions: a symbol a task; nil where nothing was answered.
  private static func powers(_ split: PowerSplit, _ tasks: [PowerTask], predictions: [Float]?) -> Evaluation {
    let truncation = PowerPredictor.truncation(bits: PowerSplit.trainedBits)
    let (identity, truncated) = (tasks.map { $0.answer(of: .identity) }, tasks.map { $0.answer(of: truncation) })
    func column(_ name: String, _ value: (Int) -> Int) -> Attribute {
      Attribute(name, tasks.indices.map { Int32(value($0)) })
    }
    return Evaluation(
      split: split.name, truths: tasks.map { Float($0.answer) },
      predictions: predictions ?? Array(repeating: 0, count: tasks.count),
      attributes: [
        column("n") { tasks[$0].context.count },
        column("k") { tasks[$0].exponent },
        column("depth") { Int.bitWidth - tasks[$0].exponent.leadingZeroBitCount },
        column("order") { tasks[$0].context.permutation.order },
        column("effective") { tasks[$0].context.permutation.effectivePower(tasks[$0].exponent) },
        column("cycle") { tasks[$0].context.permutation.cycleLength(of: tasks[$0].place) },
        column("identity") { identity[$0] },
        column("truncated") { truncated[$0] },
        column("trivial") { tasks[$0].isTrivial ? 1 : 0 },
      ])
  }

  /// A symbol for each of `count` examples, from symbols or from the logits of an alphabet.
  package static func symbols(_ predictions: [Float], count: Int, alphabet: Int) -> [Float] {
    if predictions.count == count { return predictions }
    precondition(
      predictions.count == count * alphabet,
      "\(count) examples are answered with a symbol or \(alphabet) logits each, not with \(predictions.count) numbers.")
    return (0..<count).map { PowerTask.answer(predictions[$0 * alphabet..<($0 + 1) * alphabet]) }
  }
}

extension PowerSplit {
  /// The bits of the largest exponents that training shows: those of k in 2...7.
  package static let trainedBits = PowerSplit.train.depths.upperBound
}
