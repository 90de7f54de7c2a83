import Data
import Learning
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct SearchSourceTests {
  @Test func aVertexKnowsItsNeighboursAndItself() {
    let state = SearchState(vertexCount: 5)
    let ids = state.ids(of: Graph(vertexCount: 5, edges: [Edge(1, 3), Edge(3, 1), Edge(3, 5)]))
    #expect(ids.count == 6 * 10)
    func features(_ token: Int) -> [Int32] { Set(ids[token * 10..<(token + 1) * 10]).sorted() }
    // [0] answer, [1...5] neighbours, [6...10] reach, [11...15] out, [16...20] itself, [21] a vertex.
    #expect(features(0) == [3, 8, 16, 21])
    #expect(features(1) == [17, 21])
    #expect(features(2) == [1, 5, 6, 10, 18, 21])
    #expect(features(5) == [0, 6, 7, 8, 9, 10])
    #expect(state.width == 22 && state.outs == 11..<16 && state.reaches == 6..<11)
  }

  /// With edges to all others a vertex has as many features as there are ids.
  @Test func aFullVertexFitsIntoItsIds() {
    let edges = (1...7).flatMap { a in (1...7).filter { $0 > a }.map { Edge(a, $0) } }
    let ids = SearchState(vertexCount: 7).ids(of: Graph(vertexCount: 7, edges: edges))
    for token in 0..<7 { #expect(Set(ids[token * 14..<(token + 1) * 14]).count == 14) }
  }

  @Test func examplesAreTheSplitsWithTheirLabels() {
    let split = GraphSplit.ofSize(7)
    let source = SearchSource(split: split, seed: Seed(root: 5))
    var batch = Batch(idsPerToken: source.idsPerToken)
    source.append(3..<103, to: &batch)
    let examples = split.examples(3..<103, seed: Seed(root: 5))
    #expect(batch.targets == examples.map { Float($0.graph.distance(from: 1, to: 2) ?? 8) })
    #expect(batch.ids == examples.flatMap { SearchState(vertexCount: 7).ids(of: $0.graph) })
    #expect(batch.longest == 8 && batch.shortest == 8 && source.longest == 8)
  }

  @Test func anotherSplitIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = SearchSource(split: .train, seed: Seed(root: 5)) }
    await #expect(processExitsWith: .failure) { _ = HandmadeSearch(vertexCount: 1, constants: .published) }
  }
}
