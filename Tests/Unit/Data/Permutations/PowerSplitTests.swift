import Data
import Seeds
import Testing

@Suite struct PowerSplitTests {
  /// What `fixtures/reference/data_permutations.py` wrote.
  struct Golden: Decodable {
    struct Split: Decodable {
      let fingerprint: String
      let lines: [String]
      let identity, truncation: Double
    }
    struct Published: Decodable {
      let truncation: [String: Double]
      let rows: [[Double]]
    }
    let root: UInt64
    let count: Int
    let published: Published
    let heldOutTypes: [String]
    let splits: [String: Split]
  }

  static func golden() throws -> Golden { try referenceFile("data/power-splits.json") }

  private let seed = Seed(root: 3)

  @Test func examplesAreThoseOfTheIndependentImplementation() throws {
    let golden = try Self.golden()
    #expect(golden.splits.keys.sorted() == PowerSplit.all.map(\.name).sorted())
    for split in PowerSplit.all {
      let expected = try #require(golden.splits[split.name])
      let seed = Seed(root: golden.root)
      let lines = split.examples(0..<expected.lines.count, seed: seed).map { $0.jsonLine(split: split) }
      #expect(lines == expected.lines)
      #expect(split.fingerprint(seed: seed, count: golden.count) == expected.fingerprint, "\(split.name)")
    }
  }

  @Test func heldOutTypesAreThoseOfTheIndependentImplementation() throws {
    let types = (8...12).flatMap { CycleType.all(count: $0).filter(\.isHeldOut) }
    #expect(types.map(\.description) == (try Self.golden().heldOutTypes))
    for count in 8...12 {
      let share = CycleType.all(count: count).filter(\.isHeldOut).map(\.share).reduce(0, +)
      #expect(0.16...0.31 ~= share, "\(count)")
    }
  }

  @Test(arguments: PowerSplit.all) func everyExampleObeysTheSplit(split: PowerSplit) {
    for example in split.examples(0..<400, seed: seed) {
      let (context, count) = (example.context, example.context.count)
      #expect(split.sizes.contains(count) && example.questions.count == split.questionCount(size: count))
      #expect(context.symbols.allSatisfy { $0 < split.format.alphabet } && Set(context.symbols).count == count)
      if split.permutations != .all { #expect(context.isHeldOut == (split.permutations == .heldOut)) }
      let type = context.permutation.cycleType
      if split.cycleTypes != .all { #expect(type.isHeldOut == (split.cycleTypes == .heldOut)) }
      for (question, answer) in zip(example.questions, example.answers) {
        guard case .power(let element, let exponent) = question else {
          Issue.record("\(question) asks nothing")
          continue
        }
        #expect(context.place(of: element) != nil && split.exponents.allows(exponent))
        #expect(question.depth.map(split.depths.contains) == true)
        #expect(answer == context.answer(to: question))
        guard split.novelty == .orderAboveExponent else { continue }
        let permutation = context.permutation
        #expect(permutation.effectivePower(exponent) == exponent)
        #expect((0..<exponent).allSatisfy { permutation.power($0) != permutation.power(exponent) })
      }
    }
  }

  /// No question of a held-out split is one of training, and no training example is held out.
  @Test func trainingShowsNothingThatIsHeldOut() {
    let train = PowerSplit.train.examples(0..<2000, seed: seed)
    #expect(train.allSatisfy { !$0.context.isHeldOut && !$0.context.permutation.cycleType.isHeldOut })
    let exponents = train.flatMap(\.questions).map { question in
      if case .power(_, let exponent) = question { exponent } else { 0 }
    }
    #expect(Set(exponents) == [2, 3, 4, 6, 7])
    // Training never shows the power that is asked for under another exponent either.
    for example in PowerSplit.heldOutExponent.examples(0..<500, seed: seed) {
      let power = example.context.permutation.power(5)
      #expect([0, 1, 2, 3, 4, 6, 7].allSatisfy { example.context.permutation.power($0) != power })
    }
  }

  @Test func theOrderOfAskingDoesNotMatter() {
    for split in PowerSplit.all {
      let inOrder = split.examples(0..<50, seed: seed)
      let backwards = (0..<50).reversed().map { split.example(at: $0, seed: seed) }
      #expect(inOrder == backwards.reversed() && split.examples(20..<30, seed: seed) == Array(inOrder[20..<30]))
    }
    #expect(PowerSplit.train.example(at: .max, seed: seed).index == .max)
  }

  @Test func otherSeedsSplitsAndRevisionsShareNoContext() {
    func contexts(_ split: PowerSplit, _ seed: Seed) -> Set<PowerContext> {
      Set(split.examples(0..<2000, seed: seed).map(\.context))
    }
    let train = PowerSplit.train
    let revised = PowerSplit(
      name: train.localName, drawnUnder: train.streamName, revision: 2, sizes: train.sizes,
      format: train.format, depths: train.depths, exponents: train.exponents, permutations: train.permutations,
      cycleTypes: train.cycleTypes,
      novelty: train.novelty, questions: train.questions)
    let all = [
      contexts(train, seed), contexts(train, Seed(root: 4)), contexts(train, seed.child(0)), contexts(revised, seed),
      contexts(.depth4, seed), contexts(.depth5, seed), contexts(train.ofDepths(2...2), seed),
      contexts(train.ofSize(9), seed),
    ]
    #expect(all.map(\.count) == all.map { _ in 2000 })
    #expect(all.reduce(into: Set()) { $0.formUnion($1) }.count == 2000 * all.count)
  }

  @Test func theFingerprintSeesTheSeedTheCountAndTheSplit() {
    let prints = [
      PowerSplit.train.fingerprint(seed: seed, count: 10), PowerSplit.train.fingerprint(seed: seed, count: 11),
      PowerSplit.train.fingerprint(seed: seed.child(0), count: 10), PowerSplit.tiny.fingerprint(seed: seed, count: 10),
      PowerSplit.train.fingerprint(seed: seed, count: 0),
    ]
    #expect(Set(prints).count == prints.count)
  }

  @Test func derivedSplitsSayWhatTheyAre() {
    let large = PowerSplit.tiny.ofDepths(2...2)
    #expect(large.name == "powers/tiny-d2-2" && large.depths == 2...2)
    let sized = PowerSplit.train.ofSize(17)
    #expect(large.streamName == "powers-tiny-d2-2" && sized.streamName == "powers-train-n17")
    #expect(sized.name == "powers/train-n17" && sized.example(at: 0, seed: seed).questions.count == 17)
  }

  @Test func noTwoSplitsHaveOneName() {
    #expect(Set(PowerSplit.all.map(\.name)).count == PowerSplit.all.count)
    for split in PowerSplit.all {
      #expect(split.name == "powers/\(split.localName)" && split.streamName == "powers-\(split.localName)")
    }
  }

  @Test func impossibleSplitsStopTheProgram() async {
    Self.make()
    await #expect(processExitsWith: .failure) { Self.make(sizes: 8...17) }
    await #expect(processExitsWith: .failure) { Self.make(depths: 1...3) }
    await #expect(processExitsWith: .failure) { Self.make(depths: 2...7) }
    // 5 has three bits, so depth 2 has none.
    await #expect(processExitsWith: .failure) { Self.make(exponents: .only([5])) }
    await #expect(processExitsWith: .failure) { Self.make(exponents: .except([2, 3])) }
    await #expect(processExitsWith: .failure) { Self.make(sizes: 7...9, permutations: .kept) }
    await #expect(processExitsWith: .failure) { Self.make(novelty: .orderAboveExponent, questions: .onePerElement) }
    // No permutation of 8 elements has an order above 15.
    await #expect(processExitsWith: .failure) { Self.make(depths: 4...4, novelty: .orderAboveExponent) }
  }

  private static func make(
    sizes: ClosedRange<Int> = 8...9, depths: ClosedRange<Int> = 2...3, exponents: PowerSplit.ExponentRule = .all,
    permutations: PowerSplit.Part = .all, novelty: PowerSplit.Novelty = .any,
    questions: PowerSplit.QuestionCount = .fixed(1)
  ) {
    _ = PowerSplit(
      name: "t", revision: 1, sizes: sizes, format: PowerFormat(alphabet: 16, exponentBits: 6), depths: depths,
      exponents: exponents, permutations: permutations, cycleTypes: .all, novelty: novelty, questions: questions)
  }
}
