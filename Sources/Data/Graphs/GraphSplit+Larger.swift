/// Graphs of more vertices than the paper ever drew, asked for targets that all of them have.
extension GraphSplit {
  package static let anyTarget16To32 = GraphSplit(
    name: "any-target-16-to-32", revision: 1, sizes: 16...32, acceptance: .everything, target: .uniform(2...16),
    unreachableLabel: 64)

  package static let anyTarget64 = GraphSplit(
    name: "any-target-64", revision: 1, sizes: 64...64, acceptance: .everything, target: .uniform(2...64),
    unreachableLabel: 64)

  package static let larger = [anyTarget16To32, anyTarget64]
}
