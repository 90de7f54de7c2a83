import Foundation
import Seeds
import Testing

@testable import Learning

@Suite struct WordProbabilitiesTests {
  private static let rows: [[Double]] = [[0.1, 0.6, 0.3], [0.25, 0.25, 0.5], [1, 1e-20, 1e-20], [0.4, 0.4, 0.2]]
  private let said = WordProbabilities(
    logarithms: rows.flatMap { $0.map { Float(log($0)) } }, vocabulary: 3)

  @Test func probabilitiesAreThoseOfTheirLogarithms() {
    #expect(said.rowCount == 4)
    for (row, values) in Self.rows.enumerated() {
      for (word, value) in values.enumerated() { #expect(abs(Double(said[row, word]) - value) < 1e-6) }
    }
  }

  @Test func theLikeliestIsTheFirstOfSeveral() {
    #expect((0..<4).map(said.likeliest) == [1, 2, 0, 0])
    var generator = Seed(root: 1).generator()
    #expect(said.word(1, .greedy, using: &generator) == 2)
  }

  /// Which equals no word. The draw is taken all the same.
  @Test(arguments: [0, 1, 2])
  func aRowWithoutNumbersHasNoWord(_ place: Int) {
    var logarithms: [Float] = [-1, -2, -0.5, -1, -2, -0.5]
    logarithms[place] = .nan
    let ill = WordProbabilities(logarithms: logarithms, vocabulary: 3)
    #expect(ill.likeliest(0) == nil && ill.likeliest(1) == 2)
    var (generator, other) = (Seed(root: 1).generator(), Seed(root: 1).generator())
    #expect(ill.word(0, .greedy, using: &generator) == nil)
    #expect(ill.word(0, .sampled, using: &generator) == nil)
    _ = Draw.unit(using: &other)
    #expect(generator.next() == other.next())
  }

  /// 3,000 draws; a count of probability p varies by the root of 3,000 p (1 - p), at most 27. Five of them.
  @Test func wordsAreDrawnWithTheirProbabilities() {
    var generator = Seed(root: 1).generator()
    for (row, values) in Self.rows.enumerated() {
      let drawn = (0..<3_000).map { _ in said.word(row, .sampled, using: &generator) }
      for (word, value) in values.enumerated() {
        let (expected, deviation) = (3_000 * value, (3_000 * value * (1 - value)).squareRoot())
        #expect(abs(Double(drawn.count { $0 == word }) - expected) <= 5 * deviation + 1e-3)
      }
    }
  }
}
