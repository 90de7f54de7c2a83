extension Program {
  /// The activations of a slice should fit the second-level cache; a constant and not a measurement, so that no machine
  /// reaches a number. 1 MiB.
  private static let floatsAtOnce = 1 << 18

  /// How many sequences of at most `longest` tokens a worker should take at once.
  func sequencesAtOnce(longest: Int) -> Int {
    max(1, Self.floatsAtOnce / ArenaPlan(self, tokens: longest, sequences: 1).count)
  }
}
