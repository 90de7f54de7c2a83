import Data
import Judging
import Seeds
import Training

extension Evaluation {
  /// Of a system's answers: a row a question. Truths are 1, predictions the probability of the right answer. Columns: `greedy`
  /// (1 where the likeliest answer is right), `depth`, `k`, `power` (the effective one), `n`, and what the trivial
  /// predictors `identity` and `truncated` (to the bits that were trained) come to.
  package static func amplification(
    _ split: PowerSplit, _ measure: AmplificationMeasure, _ answers: AmplificationAnswers, count: Int, seed: Seed
  ) -> Evaluation {
    let name = Examples.amplification(split, measure).name
    return switch answers {
    case .theory(let depths): theory(name, measure, split, depths)
    case .order(let ticks): order(name, ticks)
    // One row, for the number of ticks: a log is read, not judged.
    case .log(let log): Evaluation(split: name, truths: [1], predictions: [Float(log.tickCount)], attributes: [])
    case .questions(let graded): questions(name, split, graded, count, seed)
    }
  }

  private static func questions(
    _ name: String, _ split: PowerSplit, _ graded: [AmplificationAnswers.Graded], _ count: Int, _ seed: Seed
  ) -> Evaluation {
    precondition(graded.count == count, "\(count) questions have an answer each, not \(graded.count).")
    let examples = split.examples(0..<split.contextCount(questions: count), seed: seed)
    let rows = examples.flatMap { example in example.questions.map { (context: example.context, question: $0) } }
    func column(_ name: String, _ value: (PowerContext, Int, PowerQuestion) -> Int) -> Attribute {
      Attribute(
        name,
        rows.map { row in
          guard case .power(_, let exponent) = row.question else { preconditionFailure("Nothing is asked.") }
          return Int32(value(row.context, exponent, row.question))
        })
    }
    func predictor(_ predictor: PowerPredictor) -> (PowerContext, Int, PowerQuestion) -> Int {
      { context, _, question in predictor.answer(to: question, in: context) == context.answer(to: question) ? 1 : 0 }
    }
    return Evaluation(
      split: name, truths: rows.map { _ in 1 }, predictions: graded.map(\.probability),
      attributes: [
        Attribute("greedy", graded.map { $0.isGreedyRight == true ? 1 : 0 }),
        column("depth") { _, _, question in question.depth! },
        column("k") { _, exponent, _ in exponent },
        column("power") { context, exponent, _ in context.permutation.effectivePower(exponent) },
        column("n") { context, _, _ in context.count },
        column("identity", predictor(.identity)),
        column("truncated", predictor(.truncation(bits: PowerSplit.trainedBits))),
      ])
  }

  /// A row a depth: the accuracy of targets that theory gives, from X_PA's at the depth before, and the one measured.
  private static func theory(
    _ name: String, _ measure: AmplificationMeasure, _ split: PowerSplit,
    _ depths: [AmplificationAnswers.DepthAccuracies]
  ) -> Evaluation {
    guard case .theory(let rate) = measure else { preconditionFailure("\(name) has no theory.") }
    let theory = AmplificationTheory(elementCount: split.sizes.upperBound, failureRate: rate)
    let expected = depths.indices.map { place in
      theory.targetAccuracy(subanswerAccuracy: place == 0 ? 1 : Double(depths[place - 1].average))
    }
    return Evaluation(
      split: name, truths: expected.map { Float($0) }, predictions: depths.map(\.targets),
      attributes: [Attribute("depth", depths.indices.map { Int32(split.depths.lowerBound + $0) })])
  }

  /// A row for each two that follow one another: 1 where the first learned before the second, or with it.
  private static func order(_ name: String, _ ticks: [Float]) -> Evaluation {
    let pairs = zip(ticks, ticks.dropFirst())
    return Evaluation(
      split: name, truths: pairs.map { _ in 1 },
      predictions: pairs.map { $0 <= $1 && $1.isFinite ? 1 : 0 },
      attributes: [
        Attribute("pair", (0..<ticks.count - 1).map { Int32($0 + 1) }),
        Attribute("coin", (0..<ticks.count - 1).map { Int32($0 % 2) }),
      ])
  }
}
