import Seeds

/// What no training split shows: one permutation of eight and one cycle type of four, chosen by hashes that depend on
/// no experiment's seed.
enum HeldOut {
  private static let permutations = children("held-out permutations", upTo: 2 * Permutation.largestCount)
  private static let cycleTypes = children("held-out cycle types", upTo: Permutation.largestCount)

  /// By the number of bytes that will be hashed: the first step of every hash of so many.
  private static func children(_ label: String, upTo most: Int) -> [Seed] {
    (0...most).map { Seed(root: 0).child(label).child($0) }
  }

  /// - Parameter facts: the bytes of `PowerContext.factBytes`.
  static func isPermutation(_ facts: UnsafeBufferPointer<UInt8>) -> Bool {
    var generator = permutations[facts.count].descendant(facts).generator()
    return Draw.integer(in: 0...7, using: &generator) == 0
  }

  /// - Parameter lengths: of the cycles, the longest first.
  static func isCycleType(_ lengths: UnsafeBufferPointer<UInt8>) -> Bool {
    var generator = cycleTypes[lengths.count].descendant(lengths).generator()
    return Draw.integer(in: 0...3, using: &generator) == 0
  }
}

extension PowerContext {
  /// Whether these facts, in any order, are among the held-out permutations. The symbols matter: the same permutation
  /// of other symbols is another one.
  package var isHeldOut: Bool { factBytes.withUnsafeBufferPointer(HeldOut.isPermutation) }
}

extension CycleType {
  /// Whether it is among the held-out types. At 8...12 elements these have 16 to 31 % of the permutations.
  package var isHeldOut: Bool { lengths.map { UInt8($0) }.withUnsafeBufferPointer(HeldOut.isCycleType) }
}
