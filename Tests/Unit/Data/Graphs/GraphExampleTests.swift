import Data
import Seeds
import Testing

@Suite struct GraphExampleTests {
  private let worked = GraphExample(
    index: 0, graph: GraphTests.workedExample, target: 3, label: 1, distanceToTwo: 2)

  @Test func theWorkedExamplesTokensArePairsInDrawOrderAndTheTargetLast() {
    #expect(worked.tokenPairs.map { [$0, $1] } == [[1, 3], [3, 4], [2, 4], [2, 3], [3, 16]])
    let expected = [1, 3, 3, 4, 2, 4, 2, 3] + [Int](repeating: 0, count: 22) + [3, 16]
    #expect(worked.paddedTokens == expected && expected.count == 32)
  }

  @Test func everyExampleOfTheSourceFitsItsFormat() {
    for split in GraphSplit.published {
      for example in split.examples(0..<500, seed: Seed(root: 1)) {
        let tokens = example.paddedTokens
        #expect(tokens.count == 32 && tokens.allSatisfy { 0..<GraphExample.vocabularySize ~= $0 })
        let edges = stride(from: 0, to: 30, by: 2).filter { tokens[$0] != 0 }.map { Edge(tokens[$0], tokens[$0 + 1]) }
        #expect(edges == example.graph.edges && Array(tokens[30...]) == [example.target, 16])
      }
    }
  }

  @Test func aGraphTooLargeForTheFormatStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      let graph = Graph(vertexCount: 16, edges: [Edge(1, 16)])
      _ = GraphExample(index: 0, graph: graph, target: 2, label: 15, distanceToTwo: 15).paddedTokens
    }
  }
}
