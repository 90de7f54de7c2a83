import Data
import Seeds
import Testing

@Suite struct GraphTests {
  /// The source's worked example `[1,3,3,4,2,4,2,3,0,0,0,0,3]`.
  static let workedExample = Graph(vertexCount: 4, edges: [Edge(1, 3), Edge(3, 4), Edge(2, 4), Edge(2, 3)])

  @Test func edgesAreStoredSmallerFirst() {
    #expect(Edge(7, 2) == Edge(2, 7) && Edge(7, 2).a == 2 && Edge(7, 2).b == 7)
    #expect([Edge(2, 3), Edge(1, 9), Edge(1, 2)].sorted() == [Edge(1, 2), Edge(1, 9), Edge(2, 3)])
  }

  @Test func theWorkedExampleHasDistanceOneNotTwo() {
    #expect(Self.workedExample.distance(from: 1, to: 3) == 1)
    #expect(Self.workedExample.distances(from: 1) == [0, 2, 1, 2])
  }

  @Test func theLineThatTheSourceAsksIsFourteenLong() {
    let line = [1] + Array((2...15).reversed())
    let graph = Graph(vertexCount: 15, edges: zip(line, line.dropFirst()).map { Edge($0, $1) })
    #expect(graph.distance(from: 1, to: 2) == 14)
  }

  @Test func verticesWithoutAPathHaveNoDistance() {
    let graph = Graph(vertexCount: 64, edges: [Edge(1, 64), Edge(63, 64), Edge(2, 3)])
    #expect(graph.distance(from: 1, to: 2) == nil)
    #expect(graph.distance(from: 63, to: 1) == 2)
    #expect(graph.distance(from: 5, to: 5) == 0)
    #expect(Graph(vertexCount: 1, edges: []).distances(from: 1) == [0])
  }

  @Test(arguments: [2, 3, 8, 15, 16, 33, 64]) func distancesAreThoseOfFloydAndWarshall(vertexCount: Int) {
    var generator = Seed(root: 11).child("graphs").generator(at: vertexCount)
    for edgeCount in [0, 1, vertexCount / 2, vertexCount, vertexCount * 2] {
      let edges = (0..<edgeCount).map { _ in
        let ends = Draw.sample(2, from: 1...vertexCount, using: &generator)
        return Edge(ends[0], ends[1])
      }
      let graph = Graph(vertexCount: vertexCount, edges: edges)
      let expected = Self.distancesBetweenAll(graph)
      #expect((1...vertexCount).map { graph.distances(from: $0) } == expected)
    }
  }

  /// Every pair's distance, by relaxing over every vertex between.
  static func distancesBetweenAll(_ graph: Graph) -> [[Int?]] {
    let count = graph.vertexCount
    let far = 1_000_000
    var table = (0..<count).map { row in (0..<count).map { $0 == row ? 0 : far } }
    for edge in graph.edges {
      table[Int(edge.a) - 1][Int(edge.b) - 1] = 1
      table[Int(edge.b) - 1][Int(edge.a) - 1] = 1
    }
    for middle in 0..<count {
      for from in 0..<count {
        for to in 0..<count { table[from][to] = min(table[from][to], table[from][middle] + table[middle][to]) }
      }
    }
    return table.map { $0.map { $0 < far ? $0 : nil } }
  }

  @Test func duplicateEdgesStayAndBelongToTheGraph() {
    let twice = Graph(vertexCount: 3, edges: [Edge(1, 2), Edge(2, 1)])
    #expect(twice.edges.count == 2)
    #expect(twice != Graph(vertexCount: 3, edges: [Edge(1, 2)]))
  }

  @Test func impossibleGraphsStopTheProgram() async {
    await #expect(processExitsWith: .failure) { _ = Edge(3, 3) }
    await #expect(processExitsWith: .failure) { _ = Graph(vertexCount: 3, edges: [Edge(1, 4)]) }
    await #expect(processExitsWith: .failure) { _ = Graph(vertexCount: 65, edges: []) }
  }
}
