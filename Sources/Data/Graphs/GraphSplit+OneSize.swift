/// Graphs of one size, drawn as the paper draws them and none refused, asked for d(1, 2): what a network made for
/// graphs of this size is asked. What cannot be reached is one more than the vertices.
extension GraphSplit {
  package static func ofSize(_ vertexCount: Int) -> GraphSplit {
    GraphSplit(
      name: "size-\(vertexCount)", revision: 1, sizes: vertexCount...vertexCount, acceptance: .everything,
      target: .fixed(2), unreachableLabel: vertexCount + 1)
  }
}
