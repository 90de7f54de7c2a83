/// Graphs of more vertices than the source ever drew. By symmetry d(1, 2) is the distance of any two that a path joins.
extension GraphSplit {
  package static let reachableIn16To32 = GraphSplit(
    name: "reachable-in-16-to-32", revision: 1, sizes: 16...32, acceptance: .reachable, target: .fixed(2),
    unreachableLabel: 64)

  package static let reachableIn64 = GraphSplit(
    name: "reachable-in-64", revision: 1, sizes: 64...64, acceptance: .reachable, target: .fixed(2),
    unreachableLabel: 64)

  package static let larger = [reachableIn16To32, reachableIn64]
}
