import Judging

extension Slice {
  /// Where neither the identity nor truncation to the trained bits happens to be right.
  static let nothingTrivial = Slice("nothing trivial", [Condition("trivial", 0...0)])
  static let trivial = Slice("trivial", [Condition("trivial", 1...1)])

  /// The depth is the bits of k.
  package static let ofPowersByDepth: [Slice] = (2...6).map { .of("depth", $0...$0).and(.nothingTrivial) }

  /// By what is asked (the depth is the bits of k), by what it is really, and by what a guess would do.
  package static let ofPowers: [Slice] =
    [.everything, .nothingTrivial, .trivial] + (2...6).map { .of("depth", $0...$0) }
    + [
      .of("n", 8...8), .of("n", 9...12), .of("effective", 0...1), .of("effective", 2...7), .of("effective", 8...15),
      .of("effective", 16...63), .of("order", 1...7), .of("order", 8...15), .of("order", 16...),
    ]
}
