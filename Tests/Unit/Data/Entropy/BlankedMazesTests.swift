import Seeds
import Testing

@testable import Data

/// Mazes of which some are not shown: everything against an enumeration of four cells, and nine by their entropies.
@Suite struct BlankedMazesTests {
  private static let small = GenerativeMazes(rows: 2, columns: 2)
  private static let third = BlankedMazes(small, blank: Probability(1, of: 3))

  /// All sequences of four cells, shown and blank, with the probability of each.
  private static let probabilities: [[Int]: Double] = {
    let shown = TreeSequencesTests.sequences(of: small)
    var probabilities: [[Int]: Double] = [:]
    for sequence in shown {
      probabilities[sequence.tokens, default: 0] += 2 / 3 / Double(shown.count)
      probabilities[[4, 4, 4, 4, 4, 4] + sequence.tokens[6...], default: 0] += 1 / 3 / Double(shown.count)
    }
    return probabilities
  }()

  @Test func conditionalsAreThoseOfAllSequences() {
    var known: [[Int]: Double] = [:]
    for (tokens, probability) in Self.probabilities {
      for end in 0...tokens.count { known[Array(tokens[..<end]), default: 0] += probability }
    }
    for tokens in Self.probabilities.keys {
      let sequence = KnownSequence(tokens: tokens, partEnds: [6, 8, tokens.count])
      let conditionals = Self.third.conditionals(of: sequence)
      #expect(conditionals.count == tokens.count)
      for (place, probabilities) in conditionals.enumerated() {
        let prefix = Array(tokens[..<place])
        for token in 0..<5 {
          // Sums of 2,304 probabilities, each rounded to 1e-16 of itself.
          #expect(abs(probabilities[token] - (known[prefix + [token]] ?? 0) / known[prefix]!) < 1e-12)
        }
      }
    }
  }

  @Test func theEntropyIsThatOfAllSequences() {
    #expect(abs(Self.third.entropy - Entropy.of(Self.probabilities.values.sorted())) < 1e-11)
  }

  @Test func drawsAreAmongThem() {
    let sequences = (0..<3_000).map { drawn(Self.third, $0) }
    #expect(sequences.allSatisfy { Self.probabilities[$0.tokens] != nil })
    // A third of 3,000, whose standard deviation is 26; four of them.
    #expect(abs(sequences.count { $0.tokens[0] == 4 } - 1_000) < 104)
  }

  /// By their exact conditionals the paths of blank mazes are on average as surprising as the entropy says.
  @Test(arguments: [(3, 3, 1.532), (3, 4, 2.017)])
  func blankPathsAreAsSurprisingAsTheirEntropy(rows: Int, columns: Int, nats: Double) {
    let blank = BlankedMazes(GenerativeMazes(rows: rows, columns: columns), blank: .always)
    #expect(abs(blank.parts[2].entropy - nats) < 0.00051 && blank.parts[0].entropy == 0)
    let surprises = (0..<600).map { index in
      let sequence = drawn(blank, index)
      let conditionals = blank.conditionals(of: sequence)
      #expect(conditionals.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-12 })
      return sequence.places[2].reduce(0) { $0 - Entropy.logarithm(conditionals[$1][sequence.tokens[$1]]) }
    }
    let mean = surprises.reduce(0, +) / 600
    let variance = surprises.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 599
    #expect(abs(mean - nats) < 4 * (variance / 600).squareRoot())
  }

  @Test func shownMazesAreTheSame() {
    let shown = BlankedMazes(Self.small, blank: .never)
    for index in 0..<20 {
      #expect(drawn(shown, index) == drawn(Self.small, index))
      let sequence = drawn(shown, index)
      #expect(shown.conditionals(of: sequence) == Self.small.conditionals(of: sequence).map { $0 + [0] })
    }
    #expect(shown.entropy == Self.small.entropy && shown.vocabulary == 5)
  }

  @Test func eachHasItsName() {
    let names = [Probability.never, .always, Probability(1, of: 8)].map {
      BlankedMazes(Self.small, blank: $0).localName
    }
    #expect(names == ["trees-2x2-never-blank", "trees-2x2-blank", "trees-2x2-blank-1-of-8"])
  }

  private func drawn(_ distribution: some SequenceDistribution, _ index: Int) -> KnownSequence {
    var generator = Seed(root: 18).child("generative").generator(at: index)
    return distribution.draw(using: &generator)
  }
}
