import Data

/// Questions that take longer than the loops of `graphs/looped`, and the training split of a network that waits longer.
extension GraphSplit {
  /// As many loops as `any-target-64` has vertices: its label of what cannot be reached.
  static let longestWait = 64

  /// `any-target-64` under a name of its own, for networks that are asked both with their own loops and with more.
  static let anyTarget64Waited = GraphSplit(
    name: "any-target-64-waited", revision: 1, sizes: anyTarget64.sizes, acceptance: anyTarget64.acceptance,
    target: anyTarget64.target, unreachableLabel: longestWait)

  /// Paths through 20 vertices, asked for a vertex 16 to 19 steps away: no distance so long was ever trained.
  static let farApart = GraphSplit(
    name: "far-apart", revision: 1, structure: .path, sizes: 20...20,
    acceptance: Acceptance(near: Array(repeating: .never, count: 15), far: .always, unreachable: .never),
    target: .fixed(2), unreachableLabel: longestWait)

  /// The published training split, where what cannot be reached has the label of a network that waits so many loops.
  static func train(waiting loops: Int) -> GraphSplit {
    GraphSplit(
      name: "train-waiting-\(loops)", revision: 1, sizes: train.sizes, acceptance: train.acceptance,
      target: train.target, unreachableLabel: loops)
  }
}
