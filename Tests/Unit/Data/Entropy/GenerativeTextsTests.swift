import Seeds
import Testing

@testable import Data

/// Permutations and graphs told whole: entropies against an independent computation, and everything against enumerations.
@Suite struct GenerativeTextsTests {
  /// To three decimals, from a computation in Python for the specification.
  @Test(arguments: [(4, 4, 9.129), (6, 6, 16.742), (8, 8, 25.368)])
  func permutationsHaveThisEntropy(count: Int, power: Int, nats: Double) {
    #expect(abs(GenerativePermutations(count: count, largestPower: power).entropy - nats) < 0.00051)
  }

  @Test func answersWithoutTheFactsHaveThisEntropy() {
    #expect(abs(GenerativePermutations(count: 6, largestPower: 6).blindAnswerEntropy - 1.598) < 0.00051)
    // Over all permutations of four, where 0 goes.
    let counts = Self.orders(of: Array(0..<4)).reduce(into: [Int: [Int: Int]]()) { counts, images in
      for power in 1...4 {
        counts[power, default: [:]][Permutation(images).image(of: 0, power: power), default: 0] += 1
      }
    }
    let exact = (1...4).reduce(0) { $0 + Entropy.of(counts[$1]!.values.sorted().map { Double($0) / 24 }) } / 4
    #expect(abs(GenerativePermutations(count: 4, largestPower: 4).blindAnswerEntropy - exact) < 1e-12)
  }

  @Test(arguments: [(5, 10.453), (7, 19.531), (10, 35.538), (15, 66.443)])
  func graphsHaveThisEntropy(vertices: Int, nats: Double) {
    #expect(abs(GenerativeGraphs(vertexCount: vertices).entropy - nats) < 0.00051)
  }

  @Test(arguments: [(2, 3), (5, 2), (6, 6)])
  func permutationsAreAllAsSurprising(count: Int, power: Int) {
    let permutations = GenerativePermutations(count: count, largestPower: power)
    for index in 0..<40 {
      let sequence = drawn(permutations, index)
      #expect(abs(surprise(sequence, permutations.conditionals(of: sequence)) - permutations.entropy) < 1e-10)
    }
  }

  /// All 729 ways to draw three pairs of three vertices.
  @Test func graphsOfThreeVerticesAreEnumerated() {
    let graphs = GenerativeGraphs(vertexCount: 3)
    var counts: [[Int]: Int] = [:]
    for way in 0..<729 {
      let places = (0..<6).map { place in (0..<place).reduce(way) { left, _ in left / 3 } % 3 + 1 }
      let pairs = stride(from: 0, to: 6, by: 2).map { (places[$0], places[$0 + 1]) }.filter { $0.0 != $0.1 }
      let edges = pairs.map { [min($0.0, $0.1) - 1, max($0.0, $0.1) - 1] }
      let isJoined = edges.contains([0, 1])
      let isByThree = edges.contains([0, 2]) && edges.contains([1, 2])
      counts[edges.flatMap(\.self) + [3, isJoined ? 4 : isByThree ? 5 : 6], default: 0] += 1
    }
    let exact = counts.values.sorted().map { Double($0) / 729 }
    #expect(abs(Entropy.of(exact) - graphs.entropy) < 1e-12)
    for (tokens, count) in counts {
      let sequence = KnownSequence(tokens: tokens, partEnds: [tokens.count - 1, tokens.count])
      let conditionals = graphs.conditionals(of: sequence)
      #expect(conditionals.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-12 })
      #expect(abs(surprise(sequence, conditionals) + Entropy.logarithm(Double(count) / 729)) < 1e-12)
    }
    for index in 0..<200 { #expect(counts[drawn(graphs, index).tokens] != nil) }
  }

  @Test func drawsAreLikeEachOther() {
    let permutations = GenerativePermutations(count: 3, largestPower: 2)
    var counts: [[Int]: Int] = [:]
    for index in 0..<20_000 { counts[drawn(permutations, index).tokens, default: 0] += 1 }
    #expect(counts.count == 6 * 6 * 2 * 3)
    let test = ChiSquare(uniform: counts.values.sorted())
    #expect(test.statistic < test.bound, "\(test.statistic) of \(test.degreesOfFreedom)")
  }

  @Test func partsMakeUpTheWhole() {
    let sequence = drawn(GenerativePermutations(count: 4, largestPower: 4), 0)
    #expect(sequence.places == [0..<8, 8..<10, 10..<11])
  }

  @Test func partsThatDoNotAreRefused() async {
    await #expect(processExitsWith: .failure) { _ = KnownSequence(tokens: [1, 2], partEnds: [1]) }
    await #expect(processExitsWith: .failure) { _ = GenerativePermutations(count: 1, largestPower: 1) }
    await #expect(processExitsWith: .failure) { _ = GenerativeGraphs(vertexCount: 1) }
  }

  private func drawn(_ distribution: some SequenceDistribution, _ index: Int) -> KnownSequence {
    var generator = Seed(root: 18).child("generative").generator(at: index)
    return distribution.draw(using: &generator)
  }

  private func surprise(_ sequence: KnownSequence, _ conditionals: [[Double]]) -> Double {
    zip(sequence.tokens, conditionals).reduce(0) { $0 - Entropy.logarithm($1.1[$1.0]) }
  }

  private static func orders(of things: [Int]) -> [[Int]] {
    if things.isEmpty { return [[]] }
    return things.flatMap { thing in orders(of: things.filter { $0 != thing }).map { [thing] + $0 } }
  }
}
