import Data
import Seeds
import Testing

/// The claims about what is drawn. The chi-square bounds are those of ``ChiSquare``: one true claim in a million
/// would fail.
@Suite struct PowerSplitDistributionTests {
  private let seed = Seed(root: 19)

  private func exponent(_ question: PowerQuestion) -> Int {
    if case .power(_, let exponent) = question { exponent } else { 0 }
  }

  @Test func theTinyTasksQuestionsComeAsOften() {
    var counts: [PowerKey: Int] = [:]
    let examples = PowerSplit.tiny.ofDepths(2...3).examples(0..<60_000, seed: seed)
    // One question of each context: those of one context share their permutation.
    for example in examples {
      let key = example.context.key(of: example.questions[0], upTo: .asked)
      if let key { counts[key, default: 0] += 1 }
    }
    #expect(counts.count == 576)
    // Depth 2 has two exponents and depth 3 four, each depth half the questions.
    var (ordered, probabilities): ([Int], [Double]) = ([], [])
    for permutation in PermutationTests.all(count: 4) {
      let context = PowerContext(symbols: [0, 1, 2, 3], permutation: permutation)
      for element in 0..<4 {
        for exponent in 2...7 {
          let key = context.key(of: .power(element: element, exponent: exponent), upTo: .asked)
          ordered.append(key.flatMap { counts[$0] } ?? 0)
          probabilities.append((exponent < 4 ? 0.25 : 0.125) / 96)
        }
      }
    }
    let test = ChiSquare(ordered, probabilities: probabilities)
    #expect(test.statistic < test.bound)
  }

  @Test(arguments: PowerSplit.all) func sizesDepthsAndExponentsAreUniform(split: PowerSplit) {
    var sizes = [Int](repeating: 0, count: split.sizes.count)
    var exponents = [Int](repeating: 0, count: 64)
    for example in split.examples(0..<10_000, seed: seed) {
      sizes[example.context.count - split.sizes.lowerBound] += 1
      exponents[exponent(example.questions[0])] += 1
    }
    if sizes.count > 1 {
      let test = ChiSquare(uniform: sizes)
      #expect(test.statistic < test.bound)
    } else {
      #expect(sizes == [10_000])
    }
    let probabilities = (0..<64).map { exponent -> Double in
      guard exponent > 1, split.exponents.allows(exponent) else { return 0 }
      let depth = PowerQuestion.power(element: 0, exponent: exponent).depth!
      guard split.depths.contains(depth) else { return 0 }
      let allowed = (1 << (depth - 1)..<1 << depth).count(where: split.exponents.allows)
      return 1 / Double(split.depths.count * allowed)
    }
    #expect(zip(exponents, probabilities).allSatisfy { $0 == 0 || $1 > 0 })
    let possible = probabilities.indices.filter { probabilities[$0] > 0 }
    guard possible.count > 1 else { return }
    let test = ChiSquare(possible.map { exponents[$0] }, probabilities: possible.map { probabilities[$0] })
    #expect(test.statistic < test.bound)
  }

  /// Every symbol is asked about and is an answer, so that all are trained.
  @Test func symbolsAreUniform() {
    var (asked, answered) = ([Int](repeating: 0, count: 32), [Int](repeating: 0, count: 32))
    for example in PowerSplit.train.examples(0..<20_000, seed: seed) {
      if case .power(let element, _) = example.questions[0] { asked[element] += 1 }
      if let element = example.answers[0].element { answered[element] += 1 }
    }
    for counts in [asked, answered] {
      let test = ChiSquare(uniform: counts)
      #expect(test.statistic < test.bound)
    }
  }

  @Test func cycleTypesComeAsOftenAsTheirShares() {
    for (size, part) in [(8, PowerSplit.train), (8, .heldOutCycleTypes), (10, .heldOutPermutations)] {
      let types = CycleType.all(count: size).filter { part.cycleTypes == .kept ? !$0.isHeldOut : $0.isHeldOut }
      var counts: [CycleType: Int] = [:]
      for example in part.ofSize(size).examples(0..<20_000, seed: seed) {
        counts[example.context.permutation.cycleType, default: 0] += 1
      }
      let total = types.map(\.share).reduce(0, +)
      let test = ChiSquare(types.map { counts[$0] ?? 0 }, probabilities: types.map { $0.share / total })
      #expect(test.statistic < test.bound)
    }
  }

  /// One of eight, and as often whatever the cycle type: the exact predictors rely on it.
  @Test func heldOutPermutationsAreAnEighthOfEachCycleType() {
    let split = PowerSplit.size16.ofSize(8)
    var counts: [CycleType: (heldOut: Int, all: Int)] = [:]
    for context in split.examples(0..<60_000, seed: seed).map(\.context) {
      let old = counts[context.permutation.cycleType] ?? (0, 0)
      counts[context.permutation.cycleType] = (old.heldOut + (context.isHeldOut ? 1 : 0), old.all + 1)
    }
    for (type, count) in counts where count.all > 500 {
      let test = ChiSquare([count.heldOut, count.all - count.heldOut], probabilities: [1.0 / 8, 7.0 / 8])
      #expect(test.statistic < test.bound, "\(type)")
    }
  }
}
