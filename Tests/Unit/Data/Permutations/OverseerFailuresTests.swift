import Data
import Seeds
import Testing

@Suite struct OverseerFailuresTests {
  private let seed = Seed(root: 12)
  private let context = PowerContext(symbols: [9, 4, 6], permutation: Permutation([2, 0, 1]))
  private let question = PowerQuestion.power(element: 9, exponent: 3)

  @Test(arguments: [OverseerFailures.Kind.random, .consistent]) func theRateIsKept(kind: OverseerFailures.Kind) {
    let count = 50_000
    for rate in [0, 0.01, 0.1, 0.3, 1] {
      let failures = OverseerFailures(rate: rate, kind: kind)
      let failed = (0..<count).count { place in
        let asked = PowerQuestion.power(element: 9, exponent: place)
        return failures.replacement(for: asked, in: context, occasion: place, seed: seed) != nil
      }
      // 4.753 standard deviations: one true claim in a million would fail.
      #expect(abs(Double(failed) / Double(count) - rate) <= 4.753 * (rate * (1 - rate) / Double(count)).squareRoot())
    }
  }

  /// The right answer is among them.
  @Test(arguments: [OverseerFailures.Kind.random, .consistent])
  func replacementsAreUniform(kind: OverseerFailures.Kind) throws {
    let answers: [PowerAnswer] = [.unknown, .element(4), .element(6), .element(9)]
    var counts = [0, 0, 0, 0]
    for place in 0..<20_000 {
      let answer = OverseerFailures(rate: 1, kind: kind).replacement(
        for: .power(element: 9, exponent: place), in: context, occasion: place, seed: seed)
      counts[try #require(answers.firstIndex { $0 == answer })] += 1
    }
    let test = ChiSquare(uniform: counts)
    #expect(test.statistic < test.bound)
  }

  @Test func aConsistentFailureKnowsOnlyTheQuestion() {
    let failures = OverseerFailures(rate: 0.5, kind: .consistent)
    let reordered = PowerContext(symbols: [6, 9, 4], permutation: Permutation([2, 0, 1]))
    #expect(Set(reordered.facts.map { [$0.symbol, $0.image] }) == Set(context.facts.map { [$0.symbol, $0.image] }))
    for exponent in 0..<200 {
      let question = PowerQuestion.power(element: 4, exponent: exponent)
      let answer = failures.replacement(for: question, in: context, occasion: 0, seed: seed)
      #expect(failures.replacement(for: question, in: reordered, occasion: exponent, seed: seed) == answer)
    }
  }

  /// Each of these changes one thing. With rate 1 and four answers, 40 equal ones in a row are no accident.
  @Test func otherQuestionsFailOtherwise() {
    let other = PowerContext(symbols: [9, 4, 6], permutation: Permutation([1, 2, 0]))
    func answers(_ kind: OverseerFailures.Kind, _ context: PowerContext, _ element: Int, _ seed: Seed, _ occasion: Int)
      -> [PowerAnswer?]
    {
      (0..<40).map {
        OverseerFailures(rate: 1, kind: kind).replacement(
          for: .power(element: element, exponent: $0), in: context, occasion: occasion + $0, seed: seed)
      }
    }
    let consistent = answers(.consistent, context, 9, seed, 0)
    #expect(answers(.consistent, context, 9, seed, 7) == consistent)
    #expect(answers(.consistent, other, 9, seed, 0) != consistent)
    #expect(answers(.consistent, context, 4, seed, 0) != consistent)
    #expect(answers(.consistent, context, 9, seed.child(0), 0) != consistent)
    let random = answers(.random, context, 9, seed, 0)
    #expect(answers(.random, context, 9, seed, 0) == random && random != consistent)
    #expect(answers(.random, other, 4, seed, 0) == random)
    #expect(answers(.random, context, 9, seed, 100) != random)
  }

  @Test func aFailingOverseerAsksAsBefore() {
    func transcript(rate: Double) -> PowerTranscript {
      let failures = OverseerFailures(rate: rate, kind: .random)
      let overseer = FailingOverseer(
        ScriptedOverseer(), failures: failures, context: context, occasion: 3, seed: seed)
      return Amplification(overseer).transcript(of: .power(element: 9, exponent: 7), replying: context.answer)
    }
    let (right, wrong) = (transcript(rate: 0), transcript(rate: 1))
    #expect(right.rounds == wrong.rounds && right.answer == context.answer(to: right.question))
    #expect(
      wrong.answer
        == OverseerFailures(rate: 1, kind: .random).replacement(
          for: right.question, in: context, occasion: 3, seed: seed))
  }

  @Test func impossibleRatesStopTheProgram() async {
    await #expect(processExitsWith: .failure) { _ = OverseerFailures(rate: 1.1, kind: .random) }
    await #expect(processExitsWith: .failure) { _ = OverseerFailures(rate: -0.1, kind: .consistent) }
    await #expect(processExitsWith: .failure) { _ = OverseerFailures(rate: .nan, kind: .random) }
  }
}
