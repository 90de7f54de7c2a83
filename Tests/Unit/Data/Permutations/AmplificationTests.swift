import Data
import Seeds
import Testing

@Suite struct AmplificationTests {
  private let amplification = Amplification(ScriptedOverseer())

  /// Someone who must not be asked about an element.
  private struct Asked: Error {}

  private func blanksOnly(_ question: PowerQuestion) throws -> PowerAnswer {
    guard question == .blank else { throw Asked() }
    return .unknown
  }

  @Test func fullRecursionNeedsOnlyTheFacts() throws {
    for split in [PowerSplit.tiny, .depth4, .depth5, .depth6, .size32] {
      for example in split.examples(0..<40, seed: Seed(root: 8)) {
        for (question, answer) in zip(example.questions, example.answers) {
          let tree = try amplification.tree(
            of: question, in: example.context, levels: split.format.exponentBits, answering: blanksOnly)
          #expect(tree.answer == answer)
        }
      }
    }
  }

  /// k = 11 = 1011 in binary: (5, 5, 1), 5: (2, 2, 1), 2: (1, 1, blank).
  @Test func theTreeIsTheOneOfTheScript() throws {
    let context = PowerContext(symbols: [0, 1, 2], permutation: Permutation([1, 2, 0]))
    let question = PowerQuestion.power(element: 0, exponent: 11)
    let tree = try amplification.tree(of: question, in: context, levels: 3, answering: blanksOnly)
    #expect(tree.count(of: .overseer) == 1 + 2 + 4)
    #expect(tree.count(of: .facts) == 8 + 2 + 1 && tree.count(of: .answerer) == 4)
    #expect(tree.children.map(\.question.description) == ["s^5(0)", "s^5(2)", "s^1(1)"])
    #expect(tree.children[0].children[0].children.map(\.question.description) == ["s^1(0)", "s^1(1)", "blank"])
    #expect(tree.children[2].source == .facts && tree.children[2].children.isEmpty)
    #expect(tree.description.split(separator: "\n").count == 22)
    #expect(tree.description.hasPrefix("s^11(0) = 2, by overseer\n  s^5(0) = 2, by overseer\n    s^2(0) = 2, by"))
  }

  /// One level: primitive sub-questions never reach X, all others do, and the blank one too.
  @Test func oneLevelAsksXOnlyWhatIsNotPrimitive() {
    for example in PowerSplit.tiny.examples(0..<200, seed: Seed(root: 9)) {
      for question in example.questions {
        var asked: [PowerQuestion] = []
        let tree = amplification.tree(of: question, in: example.context, levels: 1) {
          asked.append($0)
          return example.context.answer(to: $0)
        }
        guard case .power(_, let exponent) = question else { continue }
        let depths = asked.compactMap(\.depth)
        #expect(depths == (exponent < 4 ? [] : [2, 2]))
        #expect(asked.count { $0 == .blank } == 1 - exponent % 2)
        #expect(tree.answer == example.context.answer(to: question))
      }
    }
  }

  @Test func noLevelIsXItselfButForPrimitives() {
    let context = PowerContext(symbols: [0, 1], permutation: Permutation([1, 0]))
    let deep = amplification.tree(of: .power(element: 0, exponent: 2), in: context, levels: 0) { _ in .element(1) }
    #expect(deep.answer == .element(1) && deep.source == .answerer)
    let primitive = amplification.tree(of: .power(element: 0, exponent: 1), in: context, levels: 0) { _ in .unknown }
    #expect(primitive.answer == .element(1) && primitive.source == .facts)
    let blank = amplification.tree(of: .blank, in: context, levels: 5) { _ in .element(1) }
    #expect(blank.source == .answerer && blank.children.isEmpty)
  }

  /// Two sub-answers that say "I don't know" with probability 1 / (N + 1) and are uniform else: (N / (N + 1))^2 / N.
  @Test func uniformAnswersScoreLessThanChanceAtTheStart() {
    let (size, count) = (4, 200_000)
    var generator = Seed(root: 10).generator()
    var right = 0
    for example in PowerSplit.tiny.ofDepths(3...3).examples(0..<count, seed: Seed(root: 10)) {
      let tree = amplification.tree(of: example.questions[0], in: example.context, levels: 1) { _ in
        let drawn = Draw.integer(in: 0...size, using: &generator)
        return drawn == 0 ? .unknown : .element(drawn - 1)
      }
      right += tree.answer == example.answers[0] ? 1 : 0
    }
    // 4.753 standard deviations: one true claim in a million would fail.
    #expect(abs(Double(right) / Double(count) - 0.16) < 4.753 * (0.16 * 0.84 / Double(count)).squareRoot())
    let theory = AmplificationTheory(elementCount: size, failureRate: 0).targetAccuracy(subanswerAccuracy: 0.2)
    #expect(abs(theory - 0.16) < 1e-12)
  }
}
