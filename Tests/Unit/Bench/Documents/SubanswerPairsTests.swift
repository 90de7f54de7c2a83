import Data
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Training

/// What two sub-answers of one question have to do with one another.
@Suite struct SubanswerPairsTests {
  private static let split = PowerSplit.tiny
  private static let seed = Seed(root: 5)

  /// X_PA's answers to 4,000 questions, each right with a probability that depends on what is asked.
  private static func answers(
    count: Int = 4_000, _ probability: (PowerContext, _ element: Int, _ exponent: Int) -> Double
  ) -> Replicate {
    let rows = split.examples(0..<split.contextCount(questions: count), seed: seed).flatMap { example in
      example.questions.map { question -> Float in
        guard case .power(let element, let exponent) = question else { return .nan }
        return Float(probability(example.context, element, exponent))
      }
    }
    return Replicate(
      seed: 0, evaluation: Evaluation(split: split.name, truths: rows.map { _ in 1 }, predictions: rows, attributes: [])
    )
  }

  private static func excess(of answers: Replicate, failureRate: Double = 0.1) -> Double? {
    SubanswerPairs.excess(of: answers, split, seed: seed, failureRate: failureRate)
  }

  /// Where all questions are alike, theory is exact: floats of 0.8 differ by 1e-8.
  @Test(arguments: [0.2, 0.8, 1])
  func questionsThatAreAlikeLeaveTheoryAsItIs(share: Double) throws {
    #expect(abs(try #require(Self.excess(of: Self.answers { _, _, _ in share }))) < 1e-7)
  }

  /// Half of the permutations are always right and half never: q is 1/2, and both sub-answers are right together in 1/2
  /// of all cases, not in 1/4. Both are wrong in the other half, where the second is the truth all the same in 3/16. So the
  /// excess is 0.9 (1/2 + 3/32 - (1/4 + 3/64)), within three standard errors of 1,000 contexts, half of which are even.
  @Test func whatIsRightTogetherIsCounted() throws {
    let answers = Self.answers { context, _, _ in
      Self.isEven(context) ? 1 : 0
    }
    let found = try #require(Self.excess(of: answers))
    #expect(abs(found - 0.9 * (0.5 + 3.0 / 32 - 0.25 - 3.0 / 64)) < 0.04)
    #expect(abs(try #require(Self.excess(of: answers, failureRate: 0.55)) - found / 2) < 1e-12)
  }

  /// Half of all permutations of four.
  private static func isEven(_ context: PowerContext) -> Bool {
    let images = context.facts.sorted { $0.symbol < $1.symbol }.map(\.image)
    let inversions = images.indices.flatMap { i in images[(i + 1)...].map { images[i] > $0 } }.count { $0 }
    return inversions.isMultiple(of: 2)
  }

  /// Depth 3 itself is not read: what X_PA says of it decides nothing here.
  @Test func onlyDepthTwoIsRead() {
    let one = Self.answers { _, element, exponent in exponent < 4 ? Double(element % 3) / 2 : 0 }
    let other = Self.answers { _, element, exponent in exponent < 4 ? Double(element % 3) / 2 : 1 }
    #expect(Self.excess(of: one) != nil && Self.excess(of: one) == Self.excess(of: other))
  }

  @Test func tooFewQuestionsSayNothing() {
    #expect(Self.excess(of: Self.answers(count: 4) { _, _, _ in 1 }) == nil)
  }
}
