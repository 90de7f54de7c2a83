import Data

/// What the features of a token mean to the network that searches a graph by hand-made weights (the appendix of Wang,
/// Westover and Zhao, 2024). There is a token for each vertex 1...n, and one for the answer.
struct SearchState: Sendable, Hashable {
  let vertexCount: Int

  /// 1 at the answer's token.
  let answerFlag = 0
  /// 1 where the token's vertex has an edge to vertex j.
  func neighbour(_ j: Int) -> Int { j }
  /// 1 where it reaches j by as many edges as layers have passed, and one more. At the answer's token always 1.
  func reach(_ j: Int) -> Int { vertexCount + j }
  /// At the answer's token 1 where vertex 1 reached vertex 2 by the time of layer l, from 1.
  func out(_ l: Int) -> Int { 2 * vertexCount + l }
  /// 1 where the token's vertex is v.
  func itself(_ v: Int) -> Int { 3 * vertexCount + v }
  /// 1 at every vertex's token.
  var vertexFlag: Int { 4 * vertexCount + 1 }

  var width: Int { 4 * vertexCount + 2 }
  var reaches: Range<Int> { reach(1)..<reach(vertexCount) + 1 }
  var outs: Range<Int> { out(1)..<out(vertexCount) + 1 }

  /// As many as a vertex has that is joined to all others: them, what it reaches, itself, and its flag.
  var idsPerToken: Int { 2 * vertexCount }

  /// Token after token, vertices first and the answer last: the features that begin as 1, filled up by repeating the last.
  func ids(of graph: Graph) -> [Int32] {
    precondition(
      graph.vertexCount == vertexCount, "A state of \(vertexCount) vertices holds no graph of \(graph.vertexCount).")
    let masks = graph.neighbourMasks
    let vertices = (1...vertexCount).map { v in
      let neighbours = (1...vertexCount).filter { masks[v - 1] >> ($0 - 1) & 1 == 1 }
      return neighbours.map(neighbour) + neighbours.map(reach) + [itself(v), vertexFlag]
    }
    return (vertices + [[answerFlag] + Array(reaches)]).flatMap { features in
      (features + Array(repeating: features[features.count - 1], count: idsPerToken - features.count)).map { Int32($0) }
    }
  }
}
