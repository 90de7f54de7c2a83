extension Program {
  /// A megabyte of activations: they stay in a core's second-level cache. A constant and not a measurement, so that no
  /// machine reaches a number.
  private static let floatsAtOnce = 1 << 18

  /// How many sequences of at most `longest` tokens a worker should take at once.
  func sequencesAtOnce(longest: Int) -> Int {
    max(1, Self.floatsAtOnce / ArenaPlan(self, tokens: longest, sequences: 1).count)
  }
}
