import Data
import Judging
import Seeds
import Training

/// What theory leaves out at depth 3. It takes every question of depth 2 to be as hard as the mean, q, and two of them to
/// be right together in q squared of all cases. But some are harder than others, and both that a question asks are about one
/// permutation: what is right of the one is likelier right of the other.
struct SubanswerPairs {
  /// How often X_PA's draws are right, by permutation, element and exponent.
  private var shares: [Question: (sum: Double, count: Double)] = [:]

  private struct Question: Hashable {
    /// The image of each symbol.
    let images: [Int]
    let element: Int
    let exponent: Int

    init(_ context: PowerContext, _ element: Int, _ exponent: Int) {
      images = context.facts.sorted { $0.symbol < $1.symbol }.map(\.image)
      (self.element, self.exponent) = (element, exponent)
    }

    var order: [Int] { images + [element, exponent] }
  }

  private init() {}

  /// How much more often targets of depth 3 are right than `AmplificationTheory` says of the mean, by the questions that
  /// a replicate's X_PA answered at the end; nil where it was not asked all that is needed.
  static func excess(
    of answers: Replicate, _ split: PowerSplit, seed: Seed, failureRate: Double
  ) -> Double? {
    let evaluation = answers.evaluation
    let rows = split.examples(0..<split.contextCount(questions: evaluation.count), seed: seed).flatMap { example in
      example.questions.map { (context: example.context, question: $0) }
    }
    var pairs = SubanswerPairs()
    for (row, probability) in zip(rows, evaluation.predictions) where row.question.depth == 2 {
      guard case .power(let element, let exponent) = row.question else { continue }
      pairs.add(Double(probability), row.context, element, exponent)
    }
    let right = rows.filter { $0.question.depth == 3 }.compactMap { pairs.accuracy($0.question, in: $0.context) }
    guard !right.isEmpty else { return nil }
    let theory = AmplificationTheory(elementCount: split.sizes.upperBound, failureRate: failureRate)
    let withoutFailures = AmplificationTheory(elementCount: split.sizes.upperBound, failureRate: 0)
    let expected = withoutFailures.targetAccuracy(subanswerAccuracy: pairs.mean)
    return (1 - theory.failureRate) * (right.reduce(0, +) / Double(right.count) - expected)
  }

  private mutating func add(_ probability: Double, _ context: PowerContext, _ element: Int, _ exponent: Int) {
    let key = Question(context, element, exponent)
    let (sum, count) = shares[key] ?? (0, 0)
    shares[key] = (sum + probability, count + 1)
  }

  private var mean: Double {
    // In an order that no hash decides: a sum's bits depend on it.
    let all = shares.sorted { $0.key.order.lexicographicallyPrecedes($1.key.order) }.map(\.value)
    return all.reduce(0) { $0 + $1.sum / $1.count } / Double(all.count)
  }

  /// How often a question of depth 3 comes out right: both sub-answers are, or the first is a wrong element and the
  /// second happens to be the truth all the same. Wrong answers are as likely as one another.
  private func accuracy(_ question: PowerQuestion, in context: PowerContext) -> Double? {
    guard case .power(let element, let exponent) = question else { return nil }
    let half = exponent >> 1
    func share(_ element: Int) -> Double? {
      shares[Question(context, element, half)].map { $0.sum / $0.count }
    }
    guard let first = share(element), let middle = context.answer(to: .power(element: element, exponent: half)).element
    else { return nil }
    var right = 0.0
    for symbol in context.symbols.map(Int.init).sorted() {
      guard let second = share(symbol) else { return nil }
      let wrong = Double(context.count)
      right += symbol == middle ? first * second : (1 - first) / wrong * (1 - second) / wrong
    }
    return right
  }
}
