import Data
import Seeds
import Testing

@Suite struct PowerPredictorTests {
  private func split(
    _ size: Int, depths: ClosedRange<Int>
  ) -> PowerSplit {
    PowerSplit(
      name: "uniform", revision: 1, sizes: size...size, format: PowerFormat(alphabet: 16, exponentBits: 6),
      depths: depths, exponents: .all, permutations: .all, cycleTypes: .all, novelty: .any, questions: .fixed(1))
  }

  /// The specification's table, which also says what identity scores at N = 4: a half.
  @Test func truncationScoresWhatWasPublished() throws {
    let table = try PowerSplitTests.golden().published.truncation
    #expect(table.count == 9)
    for size in [4, 8, 16] {
      for depth in 4...6 {
        let exact = split(size, depths: depth...depth).accuracy(of: .truncation(bits: 3))
        #expect(abs(exact - (try #require(table["\(size)/\(depth)"]))) < 1e-12)
      }
    }
    #expect(PowerSplit.tiny.accuracy(of: .identity) == 0.5)
    #expect(PowerSplit.tiny.accuracy(of: .truncation(bits: 3)) == 1)
  }

  /// The other side computes in fractions; a thousand additions of numbers below 1 stay within 1e-12.
  @Test func theExactAccuraciesAreThoseOfTheIndependentEnumeration() throws {
    let golden = try PowerSplitTests.golden()
    for split in PowerSplit.all {
      let expected = try #require(golden.splits[split.name])
      #expect(abs(split.accuracy(of: .identity) - expected.identity) < 1e-12, "\(split.name)")
      #expect(abs(split.accuracy(of: .truncation(bits: 3)) - expected.truncation) < 1e-12, "\(split.name)")
    }
  }

  /// The mean over a context's questions lies in 0...1, so its variance is at most a (1 - a) for the mean a. The bound
  /// is 4.753 standard deviations: one true claim in a million would fail.
  @Test(arguments: PowerSplit.all) func theExactAccuraciesAreThoseOfTheExamples(split: PowerSplit) {
    let count = 8_000
    let examples = split.examples(0..<count, seed: Seed(root: 14))
    for predictor in [PowerPredictor.identity, .truncation(bits: 3), .truncation(bits: 1)] {
      let mean =
        examples.map { example in
          let right = zip(example.questions, example.answers).count {
            predictor.answer(to: $0, in: example.context) == $1
          }
          return Double(right) / Double(example.questions.count)
        }.reduce(0, +) / Double(count)
      let exact = split.accuracy(of: predictor)
      #expect(abs(mean - exact) <= 4.753 * (exact * (1 - exact) / Double(count)).squareRoot() + 1e-9)
    }
  }

  @Test func theClosedFormIsTheMeanOverAllPermutations() {
    let permutations = PermutationTests.all(count: 6)
    for predictor in [PowerPredictor.identity, .truncation(bits: 2)] {
      for exponent in [2, 5, 6, 12, 30] {
        let instead = predictor.exponent(insteadOf: exponent)
        let right = permutations.map { permutation in
          (0..<6).count { permutation.image(of: $0, power: exponent) == permutation.image(of: $0, power: instead) }
        }.reduce(0, +)
        #expect(abs(predictor.accuracy(exponent: exponent, count: 6) - Double(right) / (6 * 720)) < 1e-12)
      }
    }
  }

  /// Where the power asked for is new, no lower one is right about every element.
  @Test func predictorsTakeOtherPowers() {
    #expect([8, 13, 7].map(PowerPredictor.truncation(bits: 3).exponent) == [0, 5, 7])
    #expect(PowerPredictor.identity.exponent(insteadOf: 9) == 0)
    let context = PowerContext(symbols: [3, 8, 1], permutation: Permutation([1, 2, 0]))
    let question = PowerQuestion.power(element: 3, exponent: 5)
    #expect(PowerPredictor.identity.answer(to: question, in: context) == .element(3))
    #expect(PowerPredictor.truncation(bits: 1).answer(to: question, in: context) == .element(8))
    #expect(PowerPredictor.identity.answer(to: .blank, in: context) == .unknown)
  }
}
