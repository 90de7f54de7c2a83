/// The values of one JSON line, of the right types and not checked further.
struct GraphRecord: Decodable {
  let index: Int
  let n: Int
  let edges: [[Int]]
  let target: Int
  let label: Int
  let split: String

  private enum Key: String, CodingKey { case index, n, edges, target, label, split }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    index = try values.named(Int.self, .index)
    n = try values.named(Int.self, .n)
    edges = try values.named([[Int]].self, .edges)
    target = try values.named(Int.self, .target)
    label = try values.named(Int.self, .label)
    split = try values.named(String.self, .split)
  }

  /// A value that no example of the split could have.
  struct Fault: Error {
    let field: String
    let problem: String
  }

  /// The example, after every check.
  func example(of split: GraphSplit) throws(Fault) -> GraphExample {
    guard self.split == split.name else {
      throw Fault(field: "split", problem: "\"\(self.split)\" is not the split \"\(split.name)\" that was asked for.")
    }
    guard index >= 0 else { throw Fault(field: "index", problem: "\(index) is negative.") }
    guard split.sizes.contains(n) else {
      throw Fault(field: "n", problem: "\(n) vertices are not among the split's \(split.sizes).")
    }
    let graph = Graph(vertexCount: n, edges: try checkedEdges(atMost: split.structure.mostEdges(vertexCount: n)))
    let distances = graph.distances(from: 1)
    guard split.acceptance.probability(distance: distances[1]).numerator > 0 else {
      throw Fault(field: "edges", problem: "the split refuses graphs with this distance from 1 to 2.")
    }
    try checkTarget(in: graph, split.target)
    let answer = (target <= n ? distances[target - 1] : nil) ?? split.unreachableLabel
    guard label == answer else {
      throw Fault(field: "label", problem: "\(label) is not the distance \(answer) from vertex 1 to vertex \(target).")
    }
    return GraphExample(
      index: index, graph: graph, target: target, label: label, distanceToTwo: distances[1] ?? split.unreachableLabel)
  }

  private func checkTarget(in graph: Graph, _ rule: GraphSplit.TargetRule) throws(Fault) {
    let targets = rule.targets(vertexCount: n)
    guard targets.contains(target) else {
      throw Fault(field: "target", problem: "\(target) is not among the split's targets \(targets).")
    }
    guard case .onPath = rule else { return }
    let (there, onward) = (graph.distance(from: 1, to: target), graph.distance(from: target, to: 2))
    guard let there, let onward, there + onward == graph.distance(from: 1, to: 2) else {
      throw Fault(field: "target", problem: "\(target) is on no shortest path from 1 to 2.")
    }
  }

  /// Each of two different vertices, the smaller first.
  private func checkedEdges(atMost most: Int) throws(Fault) -> [Edge] {
    guard edges.count <= most else {
      throw Fault(field: "edges", problem: "\(edges.count) edges are more than the \(most) that were drawn.")
    }
    var checked: [Edge] = []
    for (place, ends) in edges.enumerated() {
      guard ends.count == 2, 1 <= ends[0], ends[0] < ends[1], ends[1] <= n else {
        throw Fault(
          field: "edges", problem: "\(ends), number \(place + 1), is not a pair a < b of the vertices 1...\(n).")
      }
      checked.append(Edge(ends[0], ends[1]))
    }
    return checked
  }
}
