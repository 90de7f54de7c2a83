/// The seven splits of the paper. The one that a model is trained on, the one it is fine-tuned on, and what it is
/// asked then.
extension GraphSplit {
  package static let train = GraphSplit(
    name: "train", revision: 1, sizes: 3...15,
    acceptance: .init(
      near: [10, 8, 6, 4, 2].map { .init(1, of: $0) }, far: .always, unreachable: .init(1, of: 15)),
    target: .fixed(2), unreachableLabel: 15)

  package static let fineTune = GraphSplit(
    name: "fine-tune", revision: 1, sizes: 3...7,
    acceptance: .init(near: [9, 6, 3].map { .init(1, of: $0) }, far: .always, unreachable: .never),
    target: .onPath(atMost: nil), unreachableLabel: 15)

  package static let onPathSmallTarget = GraphSplit(
    name: "on-path-small-target", revision: 1, sizes: 3...15, acceptance: .reachable,
    target: .onPath(atMost: 7), unreachableLabel: 15)

  package static let onPathAnyTarget = GraphSplit(
    name: "on-path-any-target", revision: 1, sizes: 3...15, acceptance: .reachable,
    target: .onPath(atMost: nil), unreachableLabel: 15)

  package static let anyTargetSmallGraphs = GraphSplit(
    name: "any-target-small-graphs", revision: 1, sizes: 3...7, acceptance: .everything,
    target: .uniform(2...7), unreachableLabel: 15)

  package static let anySmallTargetLargeGraphs = GraphSplit(
    name: "any-small-target-large-graphs", revision: 1, sizes: 3...15, acceptance: .everything,
    target: .uniform(2...7), unreachableLabel: 15)

  package static let anyTargetLargeGraphs = GraphSplit(
    name: "any-target-large-graphs", revision: 1, sizes: 3...15, acceptance: .everything,
    target: .uniform(2...15), unreachableLabel: 15)

  /// The paper's, in its order.
  package static let published = [
    train, fineTune, onPathSmallTarget, onPathAnyTarget, anyTargetSmallGraphs, anySmallTargetLargeGraphs,
    anyTargetLargeGraphs,
  ]

  /// Every split there is.
  package static let all = published + larger + structures + [denser, grid64, line]
}
