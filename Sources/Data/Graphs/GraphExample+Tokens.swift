/// The paper's input format: pairs of ids, 0 a pad, 1...15 the vertices, 16 the mark of the target. Graphs of up to
/// 15 vertices.
extension GraphExample {
  package static let vocabularySize = 17
  package static let padToken = 0
  package static let targetToken = 16
  /// The most edges that the padded format has room for.
  package static let edgeSlotCount = 15

  /// A pair for each edge in draw order, and (target, ``targetToken``) last. No pads.
  package var tokenPairs: [(Int, Int)] {
    precondition(
      graph.vertexCount < GraphExample.targetToken && target < GraphExample.targetToken,
      "Ids above 15 are not vertices in this format: the graph has \(graph.vertexCount), the target is \(target).")
    return graph.edges.map { (Int($0.a), Int($0.b)) } + [(target, GraphExample.targetToken)]
  }

  /// 32 ids: the 15 edge slots, zeros in those left over, and the target pair.
  package var paddedTokens: [Int] {
    precondition(
      graph.vertexCount < GraphExample.targetToken && target < GraphExample.targetToken,
      "Ids above 15 are not vertices in this format: the graph has \(graph.vertexCount), the target is \(target).")
    precondition(
      graph.edges.count <= GraphExample.edgeSlotCount,
      "\(graph.edges.count) edges do not fit into \(GraphExample.edgeSlotCount) slots.")
    var tokens = [Int](repeating: GraphExample.padToken, count: 2 * GraphExample.edgeSlotCount + 2)
    for (slot, edge) in graph.edges.enumerated() {
      tokens[2 * slot] = Int(edge.a)
      tokens[2 * slot + 1] = Int(edge.b)
    }
    tokens[2 * GraphExample.edgeSlotCount] = target
    tokens[2 * GraphExample.edgeSlotCount + 1] = GraphExample.targetToken
    return tokens
  }
}
