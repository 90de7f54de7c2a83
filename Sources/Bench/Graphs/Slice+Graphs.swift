extension Slice {
  /// Larger than anything fine-tuning showed, and never shown by training under any names of the vertices.
  static let largeUnseenGraphs = Slice.of("n", 8...15).and(.unseen)

  /// Where there is a path, and training never showed it.
  static let reachableUnseenGraphs = Slice.of("reachable", 1...1).and(.unseen)

  static let unseen = Slice("unseen", [Condition("seen", 0...0)])
  static let seen = Slice("seen", [Condition("seen", 1...1)])

  /// By what must be found.
  static let ofSearches: [Slice] = [
    .everything, .of("reachable", 1...1), .of("reachable", 0...0), .of("d12", 1...1), .of("d12", 2...3),
    Slice.of("d12", 4...31).and(.of("reachable", 1...1)),
  ]

  /// By target (2 is what training asked, 3...7 what fine-tuning showed), by size, and what may be remembered apart.
  static let ofGraphs: [Slice] = [
    .everything, .of("t", 2...2), .of("t", 3...15), .of("n", 3...7), .of("n", 8...15), .of("t", 2...7),
    .of("t", 8...15),
    largeUnseenGraphs.and(.of("t", 3...15)), .of("n", 8...15).and(.seen),
  ]
}
