import Data
import Seeds
import Testing

@Suite struct GraphSplitTests {
  private struct Golden: Decodable {
    struct Split: Decodable {
      let fingerprint: String
      let lines: [String]
    }
    let root: UInt64
    let count: Int
    let splits: [String: Split]
  }

  private let seed = Seed(root: 3)

  @Test func examplesAreThoseOfTheIndependentImplementation() throws {
    let golden = try referenceFile("data/graph-splits.json", as: Golden.self)
    #expect(golden.splits.keys.sorted() == GraphSplit.all.map(\.name).sorted())
    for split in GraphSplit.all {
      let expected = try #require(golden.splits[split.name])
      let seed = Seed(root: golden.root)
      let lines = split.examples(0..<expected.lines.count, seed: seed).map { $0.jsonLine(split: split) }
      #expect(lines == expected.lines)
      #expect(split.fingerprint(seed: seed, count: golden.count) == expected.fingerprint, "\(split.name)")
    }
  }

  @Test(arguments: GraphSplit.all) func labelsAreTheOraclesDistances(split: GraphSplit) {
    for example in split.examples(0..<2000, seed: seed) {
      let distances = GraphTests.distancesBetweenAll(example.graph)[0]
      let answer = example.target <= example.graph.vertexCount ? distances[example.target - 1] : nil
      #expect(example.label == answer ?? split.unreachableLabel)
      #expect(example.distanceToTwo == distances[1] ?? split.unreachableLabel)
      #expect(split.sizes.contains(example.graph.vertexCount))
      #expect(example.graph.edges.count <= split.mostEdges)
      #expect(split.target.targets(vertexCount: example.graph.vertexCount).contains(example.target))
    }
  }

  @Test func theOrderOfAskingDoesNotMatter() {
    for split in GraphSplit.all {
      let inOrder = split.examples(0..<50, seed: seed)
      let backwards = (0..<50).reversed().map { split.example(at: $0, seed: seed) }
      #expect(inOrder == backwards.reversed())
      #expect(split.examples(20..<30, seed: seed) == Array(inOrder[20..<30]))
    }
    #expect(GraphSplit.train.example(at: .max, seed: seed) == GraphSplit.train.example(at: .max, seed: seed))
  }

  /// Graphs with ten vertices or more: two of them coincide with probability below 45^-6.
  private func largeGraphs(_ split: GraphSplit, _ seed: Seed) -> Set<Graph> {
    Set(split.examples(0..<4000, seed: seed).map(\.graph).filter { $0.vertexCount >= 10 && $0.edges.count >= 6 })
  }

  @Test func neighbouringSeedsShareNoGraph() {
    let graphs = largeGraphs(.train, seed)
    #expect(graphs.count > 1000)
    for other in [Seed(root: 4), Seed(root: 2), seed.child(0), seed.child(1), seed.child("")] {
      #expect(graphs.isDisjoint(with: largeGraphs(.train, other)))
    }
  }

  /// The last two splits differ in their targets only: with the same stream they would hold the same graphs.
  @Test func splitsAndRevisionsShareNoGraph() {
    let graphs = largeGraphs(.anyTargetLargeGraphs, seed)
    #expect(graphs.isDisjoint(with: largeGraphs(.anySmallTargetLargeGraphs, seed)))
    let split = GraphSplit.anyTargetLargeGraphs
    let revised = GraphSplit(
      name: split.localName, revision: 2, sizes: split.sizes, acceptance: split.acceptance, target: split.target,
      unreachableLabel: split.unreachableLabel)
    #expect(graphs.isDisjoint(with: largeGraphs(revised, seed)))
  }

  @Test func theFingerprintSeesTheSeedTheCountAndTheSplit() {
    let prints = [
      GraphSplit.train.fingerprint(seed: seed, count: 10), GraphSplit.train.fingerprint(seed: seed, count: 11),
      GraphSplit.train.fingerprint(seed: seed.child(0), count: 10),
      GraphSplit.fineTune.fingerprint(seed: seed, count: 10), GraphSplit.train.fingerprint(seed: seed, count: 0),
    ]
    #expect(Set(prints).count == prints.count)
    #expect(GraphSplit.train.fingerprint(seed: seed, count: 10) == prints[0])
  }

  @Test func largerSizesThanTheSourcesWork() {
    let split = GraphSplit(
      name: "large", revision: 1, sizes: 16...64, acceptance: .reachable, target: .onPath(atMost: nil),
      unreachableLabel: 64)
    let examples = split.examples(0..<500, seed: seed)
    #expect(examples.contains { $0.graph.vertexCount == 64 } && examples.contains { $0.graph.vertexCount == 16 })
    for example in examples {
      #expect(example.graph.distance(from: 1, to: example.target) == example.label)
    }
  }

  @Test func theNamesAreTheseInThisOrder() {
    #expect(
      GraphSplit.all.map(\.localName) == [
        "train", "fine-tune", "on-path-small-target", "on-path-any-target", "any-target-small-graphs",
        "any-small-target-large-graphs", "any-target-large-graphs", "any-target-16-to-32", "any-target-64",
        "trees", "paths", "hubs", "two-trees", "grids", "cliques-with-tails", "sparse", "dense", "denser", "grid-64",
        "line",
      ])
    for split in GraphSplit.all { #expect(split.name == "graphs/\(split.localName)") }
  }

  @Test func impossibleSplitsStopTheProgram() async {
    await #expect(processExitsWith: .failure) {
      _ = GraphSplit(
        name: "t", revision: 1, sizes: 3...15, acceptance: .everything, target: .onPath(atMost: 7),
        unreachableLabel: 15)
    }
    await #expect(processExitsWith: .failure) {
      _ = GraphSplit(
        name: "t", revision: 1, sizes: 3...16, acceptance: .reachable, target: .fixed(2), unreachableLabel: 15)
    }
    await #expect(processExitsWith: .failure) {  // Three vertices are never three steps apart.
      _ = GraphSplit(
        name: "t", revision: 1, sizes: 3...15,
        acceptance: .init(near: [.never, .never], far: .always, unreachable: .never), target: .fixed(2),
        unreachableLabel: 15)
    }
    await #expect(processExitsWith: .failure) { _ = GraphSplit.train.example(at: -1, seed: Seed(root: 1)) }
  }
}
