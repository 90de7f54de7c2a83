extension Slice {
  /// By the target (2 is what training asked), by size and by target beyond what fine-tuning showed (3...7), and both.
  static let ofGraphs: [Slice] = [
    .everything, .of("t", 2...2), .of("t", 3...15), .of("n", 3...7), .of("n", 8...15), .of("t", 2...7),
    .of("t", 8...15),
    .of("n", 8...15).and(.of("t", 3...15)),
  ]
}
