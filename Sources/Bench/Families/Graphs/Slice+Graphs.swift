import Judging

extension Slice {
  /// Larger than anything fine-tuning showed, and never shown by training under any names of the vertices.
  static let largeUnseenGraphs = Slice.of("n", 8...15).and(.unseen)

  /// The same, asked for another target than the one that the first stage of training asked for.
  static let hardUnseenGraphs = largeUnseenGraphs.and(.of("t", 3...15))

  /// Where there is a path, and training never showed it.
  static let reachableUnseenGraphs = Slice.of("reachable", 1...1).and(.unseen)

  static let reachable = Slice("reachable", [Condition("reachable", 1...1)])
  /// Where there is no path.
  static let unreachable = Slice("unreachable", [Condition("reachable", 0...0)])

  /// No more slices than a chart has looks for lines.
  package static let byPathLength =
    (1...4).map { Slice.of("label", $0...$0) } + [
      Slice("label=5 and more", [Condition("reachable", 1...1), Condition("label", 5...63)]), unreachable,
    ]

  /// By what must be found.
  package static let ofSearches: [Slice] = [.everything] + byPathLength

  /// By target (2 is what training asked, 3...7 what fine-tuning showed), by size, what may be remembered apart, and by
  /// the length of the path.
  package static let ofGraphs: [Slice] =
    [
      .everything, .of("t", 2...2), .of("t", 3...15), .of("n", 3...7), .of("n", 8...15), .of("t", 2...7),
      .of("t", 8...15),
      hardUnseenGraphs, .of("n", 8...15).and(.seen), reachable,
    ] + byPathLength
}
