import Seeds
import Testing

@testable import Data

/// Graphs that are built otherwise than the source's: each is what its name says, with the right probability. The
/// chi-square bounds are those of ``ChiSquare``.
@Suite struct GraphStructureTests {
  private let seed = Seed(root: 23)

  private func graphs(_ structure: GraphSplit.Structure, _ vertexCount: Int, _ count: Int) -> [Graph] {
    let split = GraphSplit(
      name: "built", revision: 1, structure: structure, sizes: vertexCount...vertexCount, acceptance: .everything,
      target: .anyVertex, unreachableLabel: 64)
    return split.examples(0..<count, seed: seed).map(\.graph)
  }

  /// How often each graph comes, whatever the order of its edges.
  private func tally(_ graphs: [Graph]) -> [[Edge]: Int] {
    Dictionary(graphs.map { ($0.edges.sorted(), 1) }, uniquingKeysWith: +)
  }

  private func degrees(_ graph: Graph) -> [Int] { graph.neighbourMasks.map(\.nonzeroBitCount) }

  @Test func everyTreeIsAsLikely() {
    let counts = tally(graphs(.tree, 4, 16_000))
    #expect(counts.count == 16, "Cayley: 4^2 trees")
    let test = ChiSquare(uniform: Array(counts.values))
    #expect(test.statistic < test.bound)
    for graph in graphs(.tree, 11, 200) {
      #expect(graph.edges.count == 10 && !graph.distances(from: 1).contains(nil))
    }
  }

  @Test func everyPathIsAsLikely() {
    let counts = tally(graphs(.path, 4, 12_000))
    #expect(counts.count == 12, "4! orders, each read from both ends")
    let test = ChiSquare(uniform: Array(counts.values))
    #expect(test.statistic < test.bound)
  }

  /// Five vertices: the fourth makes a star or a path, each with probability 1/2; the fifth hangs on the star's centre with
  /// 3/6, on one of the path's ends with 2/6.
  @Test func whoHasManyEdgesGetsMore() {
    var counts = [0, 0, 0]
    for graph in graphs(.preferentialAttachment, 5, 12_000) {
      #expect(graph.edges.count == 4 && !graph.distances(from: 1).contains(nil))
      counts[degrees(graph).max()! - 2] += 1
    }
    let test = ChiSquare(counts, probabilities: [1.0 / 6, 7.0 / 12, 1.0 / 4])
    #expect(test.statistic < test.bound)
  }

  @Test func theHubMayHaveAnyName() {
    var counts = [Int](repeating: 0, count: 3)
    for graph in graphs(.preferentialAttachment, 3, 6_000) { counts[degrees(graph).firstIndex(of: 2)!] += 1 }
    let test = ChiSquare(uniform: counts)
    #expect(test.statistic < test.bound)
  }

  private func isomorphic(_ graphs: [Graph], to edges: [Edge]) -> Bool {
    let form = Graph(vertexCount: graphs[0].vertexCount, edges: edges).canonicalForm(fixing: [])
    return graphs.allSatisfy { $0.canonicalForm(fixing: []) == form }
  }

  @Test func gridsAreAsSquareAsTheirSizeAllows() {
    let two = [(1, 2), (2, 3), (3, 4), (4, 5), (6, 7), (7, 8), (8, 9), (9, 10)] + (1...5).map { ($0, $0 + 5) }
    #expect(isomorphic(graphs(.grid, 10, 50), to: two.map { Edge($0.0, $0.1) }))
    let three = [1, 2, 4, 5, 7, 8].map { Edge($0, $0 + 1) } + (1...6).map { Edge($0, $0 + 3) }
    #expect(isomorphic(graphs(.grid, 9, 50), to: three))
    let farthest = graphs(.grid, 64, 50).map { graph in graph.distances(from: 1).map { $0! }.max()! }
    #expect(farthest.allSatisfy { (8...14).contains($0) } && farthest.contains(14), "8 x 8")
  }

  /// Of 3 x 3 cells, four have two neighbours, four have three, one has four.
  @Test func vertexOneIsAnyCell() {
    var counts = [0, 0, 0]
    for graph in graphs(.grid, 9, 9_000) { counts[degrees(graph)[0] - 2] += 1 }
    let test = ChiSquare(counts, probabilities: [4.0 / 9, 4.0 / 9, 1.0 / 9])
    #expect(test.statistic < test.bound)
  }

  @Test func aTailHangsOnAClique() {
    let edges = [(1, 2), (1, 3), (1, 4), (2, 3), (2, 4), (3, 4), (4, 5), (5, 6), (6, 7)].map { Edge($0.0, $0.1) }
    #expect(isomorphic(graphs(.cliqueWithTail(4), 7, 50), to: edges))
    // Three have three neighbours, one four, two two, and the last one.
    var counts = [0, 0, 0, 0]
    for graph in graphs(.cliqueWithTail(4), 7, 7_000) { counts[degrees(graph)[0] - 1] += 1 }
    let test = ChiSquare(counts, probabilities: [1.0 / 7, 2.0 / 7, 3.0 / 7, 1.0 / 7])
    #expect(test.statistic < test.bound)
  }

  /// Nine vertices: a target is beside vertex 1 in a half of five with probability 5/9 x 4/8, in one of four with
  /// 4/9 x 3/8.
  @Test func twoTreesAreTwoComponents() {
    for graph in graphs(.twoTrees, 9, 200) {
      let reached = graph.distances(from: 1).count { $0 != nil }
      #expect(graph.edges.count == 7 && (4...5).contains(reached))
      let other = graph.distances(from: graph.distances(from: 1).firstIndex(of: nil)! + 1).count { $0 != nil }
      #expect(reached + other == 9)
    }
    let split = GraphSplit(
      name: "built", revision: 1, structure: .twoTrees, sizes: 9...9, acceptance: .everything, target: .anyVertex,
      unreachableLabel: 64)
    let reached = split.examples(0..<8_000, seed: seed).count { $0.label < 64 }
    let share = (5.0 * 4 + 4 * 3) / 72
    let test = ChiSquare([reached, 8_000 - reached], probabilities: [share, 1 - share])
    #expect(test.statistic < test.bound)
  }

  /// Of eight vertices half as many pairs, half as many again, twice as many; one in eight is a loop.
  @Test(arguments: [(1, 2, 4), (3, 2, 12), (2, 1, 16)])
  func aDensityIsANumberOfPairs(count: Int, per: Int, pairs: Int) {
    var counts = [Int](repeating: 0, count: pairs + 1)
    for graph in graphs(.pairs(count, per: per), 8, 20_000) { counts[graph.edges.count] += 1 }
    var probabilities = [Double](repeating: 0, count: pairs + 1)
    probabilities[0] = 1
    for pair in 1...pairs {
      for edges in (0...pair).reversed() {
        probabilities[edges] = probabilities[edges] / 8 + (edges > 0 ? probabilities[edges - 1] * 7 / 8 : 0)
      }
    }
    let test = ChiSquare(counts, probabilities: probabilities)
    #expect(test.statistic < test.bound)
    #expect(GraphSplit.Structure.pairs(count, per: per).mostEdges(vertexCount: 8) == pairs)
  }

  @Test func theLineIsTheSources() throws {
    let examples = GraphSplit.line.examples(0..<200, seed: seed)
    let probe = try #require(examples.first { $0.graph.vertexCount == 15 })
    #expect(probe.graph.edges == [Edge(1, 15)] + (3...15).reversed().map { Edge($0, $0 - 1) })
    #expect(probe.label == 14)
    #expect(examples.allSatisfy { $0.target == 2 && $0.label == $0.graph.vertexCount - 1 })
    #expect(Set(examples.map(\.graph.vertexCount)) == Set(3...15))
  }

  @Test(arguments: GraphSplit.structures + [.denser, .grid64, .line])
  func noGraphHasMoreEdgesThanDeclared(split: GraphSplit) {
    let examples = split.examples(0..<400, seed: seed)
    for example in examples {
      let most = split.structure.mostEdges(vertexCount: example.graph.vertexCount)
      #expect(example.graph.edges.count <= most && most <= split.mostEdges)
      if case .pairs = split.structure { continue }
      #expect(example.graph.edges.count == most)
    }
    // What the source's encoding can hold has a place for each edge.
    if GraphSplit.structures.contains(split) { #expect(examples.allSatisfy { $0.paddedTokens.count == 32 }) }
  }

  @Test func targetsAreAnyVertexThatThereIs() {
    var counts = [Int](repeating: 0, count: 8)
    for example in GraphSplit.trees.examples(0..<20_000, seed: seed) where example.graph.vertexCount == 9 {
      counts[example.target - 2] += 1
    }
    let test = ChiSquare(uniform: counts)
    #expect(test.statistic < test.bound)
  }

  @Test(arguments: GraphSplit.structures + [.grid64])
  func renamingDoesNotChangeTheQuestion(split: GraphSplit) {
    var generator = Seed(root: 5).generator(at: 0)
    for example in split.examples(0..<20, seed: seed) {
      let graph = example.graph
      let names = Draw.permutation(of: graph.vertexCount, using: &generator).map { $0 + 1 }
      let renamed = Graph(
        vertexCount: graph.vertexCount, edges: graph.edges.map { Edge(names[Int($0.a) - 1], names[Int($0.b) - 1]) })
      #expect(renamed.canonicalForm(fixing: [names[0], names[example.target - 1]]) == example.canonicalForm)
    }
  }

  @Test func aStructureHasASmallestAndALargestGraph() {
    func sizes(_ structure: GraphSplit.Structure) -> [Int] { (3...64).filter { structure.exists(vertexCount: $0) } }
    #expect(sizes(.twoTrees) == Array(4...64) && sizes(.tree) == Array(3...64))
    // As many pairs as a draft can hold: 128.
    #expect(sizes(.pairs(5, per: 2)) == Array(3...51) && sizes(.pairs(0, per: 2)).isEmpty)
    #expect(sizes(.cliqueWithTail(5)) == Array(5...64) && sizes(.cliqueWithTail(2)).isEmpty)
  }

  @Test func whatCannotBeBuiltStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      _ = GraphSplit(
        name: "t", revision: 1, structure: .grid, sizes: 8...11, acceptance: .everything, target: .anyVertex,
        unreachableLabel: 15)
    }
    await #expect(processExitsWith: .failure) {
      _ = GraphSplit(
        name: "t", revision: 1, structure: .cliqueWithTail(5), sizes: 4...9, acceptance: .everything,
        target: .anyVertex, unreachableLabel: 15)
    }
  }
}
