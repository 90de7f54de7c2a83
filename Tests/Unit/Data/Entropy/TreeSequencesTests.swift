import Seeds
import Testing

@testable import Data

/// Entropies against an independent computation, and conditionals against enumerations of every tree and of every sequence.
@Suite struct TreeSequencesTests {
  /// Trees, and nats: edges, ends, cycle-blind beyond the entropy, the path without its maze. Computed in Python for the
  /// specification, by determinants and by enumeration, to three decimals.
  @Test(
    arguments: [
      (2, 3, 15, [10.961, 3.401, 0.336, 0.948]), (3, 3, 192, [21.407, 4.277, 0.947, 1.532]),
      (3, 4, 2_415, [32.916, 4.883, 1.634, 2.017]), (4, 4, 100_352, [49.813, 5.481, 2.567, 2.665]),
    ])
  func entropiesAreTheSpecifications(rows: Int, columns: Int, trees: Int, nats: [Double]) {
    let mazes = GenerativeMazes(rows: rows, columns: columns)
    #expect(mazes.treeCount == trees)
    let parts = mazes.parts.map(\.entropy)
    let found = [
      parts[0], parts[1], mazes.cycleBlindEntropy - mazes.entropy, mazes.blindPathEntropy,
    ]
    for (found, expected) in zip(found, nats) { #expect(abs(found - expected) < 0.00051, "\(found), not \(expected)") }
    #expect(parts[2] == 0)
  }

  /// Conditionals sum to 1, and multiply to the probability that every sequence has. A sum of 52 logarithms of numbers
  /// with relative errors of some 1e-14 each stays far below 1e-10.
  @Test(arguments: [(2, 2), (2, 3), (3, 3), (3, 4), (4, 4)], [false, true])
  func everySequenceIsAsSurprisingAsTheEntropy(sides: (Int, Int), sortsCells: Bool) {
    let mazes = GenerativeMazes(rows: sides.0, columns: sides.1, sortsCells: sortsCells)
    for index in 0..<40 {
      let sequence = drawn(mazes, index)
      let conditionals = mazes.conditionals(of: sequence)
      #expect(conditionals.count == sequence.tokens.count)
      #expect(conditionals.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-12 })
      #expect(abs(surprise(sequence, conditionals) - mazes.entropy) < 1e-10)
    }
  }

  @Test(arguments: [(2, 3), (3, 3), (4, 4)])
  func blindToCyclesEverySequenceIsMoreSurprising(rows: Int, columns: Int) {
    let mazes = GenerativeMazes(rows: rows, columns: columns)
    for index in 0..<40 {
      let sequence = drawn(mazes, index)
      let conditionals = mazes.cycleBlindConditionals(of: sequence)
      #expect(conditionals.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-12 })
      #expect(abs(surprise(sequence, conditionals) - mazes.cycleBlindEntropy) < 1e-10)
    }
  }

  /// By counting, among all 192, the trees that hold what was told.
  @Test func conditionalsOfNineCellsAreThoseOfAllTrees() {
    let mazes = GenerativeMazes(rows: 3, columns: 3)
    let trees = Self.trees(rows: 3, columns: 3)
    #expect(trees.count == 192)
    for index in 0..<60 {
      let sequence = drawn(mazes, index)
      let conditionals = mazes.conditionals(of: sequence)
      var known: Set<Set<Int>> = []
      for place in stride(from: 0, to: 16, by: 2) {
        let (one, other) = (sequence.tokens[place], sequence.tokens[place + 1])
        // A passage that is still to be told, each of them and each turn alike.
        let next = trees.filter { known.isSubset(of: $0) }.flatMap { $0.subtracting(known) }
        for cell in 0..<9 {
          let first = Double(next.count { $0.contains(cell) }) / Double(2 * next.count)
          #expect(abs(conditionals[place][cell] - first) < 1e-12)
          let pairs = next.filter { $0.contains(one) }
          let second = cell == one ? 0 : Double(pairs.count { $0.contains(cell) }) / Double(pairs.count)
          #expect(abs(conditionals[place + 1][cell] - second) < 1e-12)
        }
        known.insert([one, other])
      }
    }
  }

  /// Of four cells every sequence there is: 4 trees, 6 orders, 8 turns, 12 pairs of ends.
  @Test func conditionalsOfFourCellsAreThoseOfAllSequences() {
    let mazes = GenerativeMazes(rows: 2, columns: 2)
    let all = Self.sequences(of: mazes)
    #expect(Set(all.map(\.tokens)).count == 2_304)
    var counts: [[Int]: Int] = [:]
    for sequence in all {
      for end in 0...sequence.tokens.count { counts[Array(sequence.tokens[..<end]), default: 0] += 1 }
    }
    for sequence in all {
      for (place, probabilities) in mazes.conditionals(of: sequence).enumerated() {
        let prefix = Array(sequence.tokens[..<place])
        for token in 0..<4 {
          let exact = Double(counts[prefix + [token]] ?? 0) / Double(counts[prefix]!)
          #expect(abs(probabilities[token] - exact) < 1e-12)
        }
      }
    }
  }

  @Test func drawsAreUniformOverAllSequences() {
    let mazes = GenerativeMazes(rows: 2, columns: 2)
    let all = Self.sequences(of: mazes).map(\.tokens)
    var counts = Dictionary(uniqueKeysWithValues: all.map { ($0, 0) })
    for index in 0..<40_000 {
      let tokens = drawn(mazes, index).tokens
      #expect(counts[tokens] != nil)
      counts[tokens, default: 0] += 1
    }
    let test = ChiSquare(uniform: all.map { counts[$0]! })
    #expect(test.statistic < test.bound, "\(test.statistic) of \(test.degreesOfFreedom)")
  }

  /// Given k of the tree's edges the probabilities of the others sum to how many are left (Foster, 1949).
  @Test func oddsSumToWhatIsLeft() {
    var odds = SpanningTreeOdds(rows: 4, columns: 5)
    let tree = GenerativeMazes(rows: 4, columns: 5)
    let tokens = drawn(tree, 3).tokens
    for place in 0..<19 {
      let sum = odds.edges.reduce(0) { $0 + odds.probability($1.0, $1.1) }
      #expect(abs(sum - Double(19 - place)) < 1e-11)
      odds.include(tokens[2 * place], tokens[2 * place + 1])
    }
    #expect(odds.edges.allSatisfy { odds.probability($0.0, $0.1) == 0 })
  }

  /// Depth-first trees are not uniform, and to one who knows uniform trees each is as surprising as any.
  @Test func otherTreesAreToldAlike() {
    let mazes = GenerativeMazes(rows: 3, columns: 3, generator: .depthFirst)
    #expect(mazes.localName == "trees-3x3-depth-first")
    for index in 0..<40 {
      let sequence = drawn(mazes, index)
      #expect(abs(surprise(sequence, mazes.conditionals(of: sequence)) - mazes.entropy) < 1e-10)
    }
  }

  @Test func noPassageClosesACycle() async {
    await #expect(processExitsWith: .failure) {
      let mazes = GenerativeMazes(rows: 2, columns: 2)
      _ = mazes.conditionals(of: mazes.sequence([0, 1, 1, 0, 2, 3, 0, 1, 1]))
    }
    await #expect(processExitsWith: .failure) { _ = GenerativeMazes(rows: 1, columns: 1) }
    await #expect(processExitsWith: .failure) { _ = GenerativeMazes(rows: 9, columns: 9) }
  }
}

extension TreeSequencesTests {
  private func drawn(_ mazes: GenerativeMazes, _ index: Int) -> KnownSequence {
    var generator = Seed(root: 18).child("generative").generator(at: index)
    return mazes.draw(using: &generator)
  }

  private func surprise(_ sequence: KnownSequence, _ conditionals: [[Double]]) -> Double {
    zip(sequence.tokens, conditionals).reduce(0) { $0 - Entropy.logarithm($1.1[$1.0]) }
  }

  private static func trees(rows: Int, columns: Int) -> [Set<Set<Int>>] {
    let edges: [Set<Int>] = SpanningTreeOdds(rows: rows, columns: columns).edges.map { [$0.0, $0.1] }
    return (0..<(1 << edges.count)).compactMap { mask in
      let chosen = edges.indices.filter { mask >> $0 & 1 == 1 }.map { edges[$0] }
      guard chosen.count == rows * columns - 1 else { return nil }
      // As many edges as that make a tree where they join all cells.
      var joined: Set<Int> = [0]
      for _ in chosen { for edge in chosen where !edge.isDisjoint(with: joined) { joined.formUnion(edge) } }
      return joined.count == rows * columns ? Set(chosen) : nil
    }
  }

  /// All that there are.
  static func sequences(of mazes: GenerativeMazes) -> [KnownSequence] {
    trees(rows: mazes.rows, columns: mazes.columns).flatMap { tree in
      orders(of: tree.map { $0.sorted() }).flatMap { edges in ends(of: tree, mazes).map { edges + $0 } }
    }.map(mazes.sequence)
  }

  /// Every order of the edges with every turn of each.
  private static func orders(of edges: [[Int]]) -> [[Int]] {
    if edges.isEmpty { return [[]] }
    return edges.flatMap { edge in
      orders(of: edges.filter { $0 != edge }).flatMap { [edge + $0, edge.reversed() + $0] }
    }
  }

  /// Every origin and target with the path between.
  private static func ends(of tree: Set<Set<Int>>, _ mazes: GenerativeMazes) -> [[Int]] {
    let cells = 0..<(mazes.rows * mazes.columns)
    func path(_ trail: [Int], to target: Int) -> [Int]? {
      if trail.last == target { return trail }
      for edge in tree where edge.contains(trail.last!) {
        let next = edge.subtracting([trail.last!]).first!
        if !trail.contains(next), let whole = path(trail + [next], to: target) { return whole }
      }
      return nil
    }
    return cells.flatMap { origin in
      cells.filter { $0 != origin }.map { [origin, $0] + path([origin], to: $0)!.dropFirst() }
    }
  }
}
