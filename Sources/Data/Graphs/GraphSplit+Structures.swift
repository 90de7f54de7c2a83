/// Graphs as large as those trained on, and built otherwise: asked for any vertex there is. All but the last two fit
/// the paper's 15 edges.
extension GraphSplit {
  package static let trees = structured("trees", .tree, 8...15)
  package static let paths = structured("paths", .path, 8...15)
  package static let hubs = structured("hubs", .preferentialAttachment, 8...15)
  package static let twoTrees = structured("two-trees", .twoTrees, 8...15)
  /// 2 x 4, 3 x 3 and 2 x 5.
  package static let grids = structured("grids", .grid, 8...10)
  package static let cliquesWithTails = structured("cliques-with-tails", .cliqueWithTail(4), 8...13)
  /// Half a pair, one pair and a half, and two pairs a vertex, where the paper draws one.
  package static let sparse = structured("sparse", .pairs(1, per: 2), 8...15)
  package static let dense = structured("dense", .pairs(3, per: 2), 8...10)
  package static let denser = structured("denser", .pairs(2, per: 1), 8...15)
  /// 8 x 8.
  package static let grid64 = GraphSplit(
    name: "grid-64", revision: 1, structure: .grid, sizes: 64...64, acceptance: .everything, target: .anyVertex,
    unreachableLabel: 64)
  /// The paper's probe, 1-15-14-...-2, and the same with fewer vertices.
  package static let line = GraphSplit(
    name: "line", revision: 1, structure: .line, sizes: 3...15, acceptance: .everything, target: .fixed(2),
    unreachableLabel: 15)

  /// Those that the paper's encoding can hold.
  package static let structures = [
    trees, paths, hubs, twoTrees, grids, cliquesWithTails, sparse, dense,
  ]

  private static func structured(_ name: String, _ structure: Structure, _ sizes: ClosedRange<Int>) -> GraphSplit {
    GraphSplit(
      name: name, revision: 1, structure: structure, sizes: sizes, acceptance: .everything, target: .anyVertex,
      unreachableLabel: 15)
  }
}
