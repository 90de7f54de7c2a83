import Data
import Seeds
import Testing

@Suite struct PowerContextTests {
  /// 7 -> 2 -> 5 -> 7 and 9 alone.
  private let context = PowerContext(symbols: [7, 9, 5, 2], permutation: Permutation([3, 1, 0, 2]))

  @Test func theOracleAnswersInSymbols() {
    #expect(context.facts.map { [$0.symbol, $0.image] } == [[7, 2], [9, 9], [5, 7], [2, 5]])
    #expect(context.answer(to: .power(element: 7, exponent: 1)) == .element(2))
    #expect(context.answer(to: .power(element: 7, exponent: 5)) == .element(5))
    #expect(context.answer(to: .power(element: 9, exponent: 5)) == .element(9))
    #expect(context.answer(to: .power(element: 5, exponent: 0)) == .element(5))
    for question in [.blank, .nonsense([1, 1, 1]), PowerQuestion.power(element: 3, exponent: 1)] {
      #expect(context.answer(to: question) == .unknown)
    }
  }

  @Test func theOracleAgreesWithApplyingTheFacts() {
    for split in PowerSplit.all {
      for example in split.examples(0..<50, seed: Seed(root: 5)) {
        let next = Dictionary(uniqueKeysWithValues: example.context.facts.map { ($0.symbol, $0.image) })
        for (question, answer) in zip(example.questions, example.answers) {
          guard case .power(let element, let exponent) = question else {
            Issue.record("\(question) asks nothing")
            continue
          }
          #expect((0..<exponent).reduce(element) { x, _ in next[x] ?? -1 } == answer.element)
        }
      }
    }
  }

  @Test func factsThatAreNoPermutationMakeNoContext() {
    #expect(PowerContext(facts: context.facts.map { ($0.symbol, $0.image) }) == context)
    for facts in [[(1, 1), (1, 1)], [(1, 2), (2, 2)], [(1, 2)], [], [(64, 64)], [(-1, -1)]] {
      #expect(PowerContext(facts: facts.map { (symbol: $0.0, image: $0.1) }) == nil)
    }
  }

  @Test func primitiveQuestionsAreThoseOfTheSource() {
    #expect(PowerQuestion.power(element: 1, exponent: 0).isPrimitive)
    #expect(PowerQuestion.power(element: 1, exponent: 1).isPrimitive)
    #expect(!PowerQuestion.power(element: 1, exponent: 2).isPrimitive)
    #expect(!PowerQuestion.blank.isPrimitive)
    // The bits decide alone: all but the last are the bit 0, which is token 1.
    #expect(PowerQuestion.nonsense([0, 1, 1, 2]).isPrimitive && PowerQuestion.nonsense([4, 1, 1, 0]).isPrimitive)
    #expect(!PowerQuestion.nonsense([0, 1, 2, 1]).isPrimitive && !PowerQuestion.nonsense([4, 0, 1, 1]).isPrimitive)
  }

  @Test func theDepthIsTheBitLength() {
    let depths = [0, 1, 2, 3, 4, 7, 8, 15, 16, 63].map { PowerQuestion.power(element: 1, exponent: $0).depth }
    #expect(depths == [1, 1, 2, 2, 3, 3, 4, 4, 5, 6])
    #expect(PowerQuestion.blank.depth == nil && PowerQuestion.nonsense([2]).depth == nil)
  }

  @Test func keysKnowWhatIsTheSame() throws {
    func key(_ context: PowerContext, _ element: Int, _ exponent: Int, _ sameness: PowerKey.Sameness) -> PowerKey? {
      context.key(of: .power(element: element, exponent: exponent), upTo: sameness)
    }
    let reordered = PowerContext(symbols: [9, 2, 7, 5], permutation: Permutation([0, 3, 1, 2]))
    let renamed = PowerContext(symbols: [1, 2, 3, 4], permutation: Permutation([1, 2, 0, 3]))
    let other = PowerContext(symbols: [1, 2, 3, 4], permutation: Permutation([1, 0, 3, 2]))
    #expect(Set(reordered.facts.map { [$0.symbol, $0.image] }) == Set(context.facts.map { [$0.symbol, $0.image] }))
    for sameness in PowerKey.Sameness.allCases {
      let asked = try #require(key(context, 7, 2, sameness))
      #expect(key(reordered, 7, 2, sameness) == asked)
      #expect((key(context, 7, 5, sameness) == asked) == (sameness != .asked))  // The order is 3.
      #expect((key(context, 5, 2, sameness) == asked) == [.renamed, .power].contains(sameness))
      #expect((key(renamed, 1, 8, sameness) == asked) == (sameness == .renamed))
      #expect(key(context, 7, 1, sameness) != asked)
      #expect((key(context, 9, 2, sameness) == asked) == (sameness == .power))
      #expect(key(other, 1, 2, sameness) != asked && key(context, 3, 2, sameness) == nil)
      #expect(context.key(of: .blank, upTo: sameness) == nil)
    }
    let asked = PowerKey.Sameness.allCases.map { key(context, 7, 2, $0) }
    #expect(Set(asked).count == 4)
  }
}
