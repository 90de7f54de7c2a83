import Data
import Reports
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct PowerEvaluationTests {
  let seed = Seed(root: 6)

  private func evaluation(_ split: PowerSplit, _ count: Int, _ predictions: [Float]? = nil) -> Evaluation {
    .powers(split, count: count, predictions: predictions, seed: seed)
  }

  private func truths(_ split: PowerSplit, _ count: Int) -> [Float] {
    split.examples(0..<count, seed: seed).map { Float($0.answers[0].element!) }
  }

  @Test func theTruthIsRightAsSymbolsAndAsLogits() {
    let truths = truths(.depth6, 30)
    #expect(Metric.exactMatch.score(evaluation(.depth6, 30, truths), .everything) == 1)
    let logits = truths.flatMap { truth in (0..<32).map { Float($0) == truth ? Float(0.5) : -0.5 } }
    let fromLogits = evaluation(.depth6, 30, logits)
    #expect(fromLogits == evaluation(.depth6, 30, truths) && fromLogits.truths == truths)
    #expect(Metric.exactMatch.score(evaluation(.depth6, 30, truths.map { $0 + 0.25 }), .everything) == 0)
  }

  @Test func ofEqualLogitsTheFirstIsTheAnswerAndNoNumberIsNone() {
    var logits = [Float](repeating: 1, count: 64)
    logits[5] = 2
    logits[9] = 2
    logits[32 + 7] = .nan
    let predictions = evaluation(.depth6, 2, logits).predictions
    #expect(predictions[0] == 5 && predictions[1].isNaN)
    #expect(Metric.exactMatch.score(evaluation(.depth6, 2, logits), .everything).isNaN)
  }

  /// What the columns say is what the exact accuracies of the data say, within 4.753 standard deviations of the mean of
  /// 4000 examples: one true claim in a million would fail.
  @Test(arguments: [PowerSplit.depth4, .depth6, .higher16])
  func theFloorsAreThoseOfTheData(split: PowerSplit) {
    let evaluation = evaluation(split, 4_000)
    for (column, predictor) in [("identity", PowerPredictor.identity), ("truncated", .truncation(bits: 3))] {
      let floor = TrivialPredictor.attribute(column, label: column)
      let score = floor.score(on: evaluation, metric: .exactMatch, slice: .everything)
      let exact = split.accuracy(of: predictor)
      #expect(abs(score - exact) < 4.753 * (exact * (1 - exact) / 4_000).squareRoot())
      #expect(floor.score(on: evaluation, metric: .exactMatch, slice: .nothingTrivial) == 0)
    }
    let shares = [Slice.nothingTrivial, .trivial].map { evaluation.rows(in: $0).count }
    #expect(shares.reduce(0, +) == 4_000 && shares.allSatisfy { $0 > 400 })
  }

  @Test func theColumnsAreWhatTheySay() {
    let examples = PowerSplit.depth5.examples(0..<100, seed: seed)
    let evaluation = evaluation(.depth5, 100)
    for (row, example) in examples.enumerated() {
      func value(_ name: String) -> Int { Int(evaluation.attribute(name).values[row]) }
      let (context, permutation) = (example.context, example.context.permutation)
      guard case .power(let element, let exponent) = example.questions[0] else { continue }
      #expect(value("n") == context.count && value("k") == exponent && value("depth") == 5)
      #expect(value("order") == permutation.order && value("effective") == exponent % permutation.order)
      #expect(value("identity") == element)
      let truncated = context.answer(to: .power(element: element, exponent: exponent % 8))
      #expect(truncated == .element(value("truncated")))
      // Once round the cycle is where the element is.
      #expect(context.answer(to: .power(element: element, exponent: value("cycle"))) == .element(element))
    }
  }

  @Test func everySliceIsOfSomeExample() {
    let evaluations = [PowerSplit.train, .depth6, .higher16, .newDepth5].map { evaluation($0, 300) }
    for slice in Slice.ofPowers {
      #expect(evaluations.contains { !$0.rows(in: slice).isEmpty }, "\(slice.name)")
    }
  }

  /// In the splits of trained exponents, taking them whole is no trick.
  @Test func whatIsTrainedIsTrivialOnlyWhereNothingMoves() {
    let trained = evaluation(.heldOutPermutations, 500)
    let (trivial, identity) = (trained.attribute("trivial").values, trained.attribute("identity").values)
    #expect(
      zip(trivial, identity).enumerated().allSatisfy { row, pair in
        (pair.0 == 1) == (Float(pair.1) == trained.truths[row])
      })
    #expect(trivial.contains(0) && trivial.contains(1))
  }

  /// Only where bits are new is leaving them out a trick.
  @Test func truncationIsAFloorWhereThereIsSomethingToLeaveOut() {
    let labels = [PowerSplit.heldOutPermutations, .depth4].map {
      Examples.powers($0).trivialPredictors(for: .exactMatch).map(\.label)
    }
    #expect(labels == [["identity"], ["identity", "truncation to 3 bits"]])
  }

  /// Training shows powers of permutations: of the same facts, k and k + order are one.
  @Test func aKeyIsAPowerOfTheFacts() {
    let keys = Examples.powerTapes(.train, .bits(3)).keys(0..<300, seed: seed)
    #expect(keys == Examples.powers(.train).keys(0..<300, seed: seed) && Set(keys).count == 300)
    for (key, example) in zip(keys, PowerSplit.train.examples(0..<300, seed: seed)) {
      guard case .power(_, let exponent) = example.questions[0] else { continue }
      let order = example.context.permutation.order
      let other = PowerQuestion.power(element: Int(example.context.symbols[1]), exponent: exponent + order)
      #expect(key == ExampleKey(example.context.key(of: other, upTo: .power)!))
    }
  }

  /// The drawing's numbers are ranks of symbols, and its walk ends at the answer.
  @Test func theSketchShowsTheWalk() throws {
    let truths = truths(.depth6, 40)
    let logits = truths.flatMap { truth in (0..<32).map { Float($0) == truth ? Float(1) : 0 } }
    for index in 0..<40 {
      let sketch = Examples.powers(.depth6).sketch(of: index, seed: seed, answers: logits)
      guard case .permutation(let drawing)? = sketch.drawing else {
        Issue.record("no drawing")
        continue
      }
      let example = PowerSplit.depth6.example(at: index, seed: seed)
      let ranked = example.context.symbols.sorted()
      #expect(example.answers[0] == .element(Int(ranked[drawing.walk.last!])))
      #expect(drawing.answered == drawing.walk.last)
      for fact in example.context.facts {
        let rank = ranked.firstIndex(of: UInt8(fact.symbol))!
        #expect(ranked[drawing.images[rank]] == UInt8(fact.image))
      }
      #expect(
        sketch.question.hasPrefix("s^")
          && zip(drawing.walk, drawing.walk.dropFirst()).allSatisfy { drawing.images[$0] == $1 })
    }
  }
}
