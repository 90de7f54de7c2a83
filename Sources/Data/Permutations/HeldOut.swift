import Seeds

/// What no training split shows: one permutation of eight and one cycle type of four, chosen by hashes that depend on
/// no experiment's seed.
extension PowerContext {
  /// Whether these facts, in any order, are among the held-out permutations. The symbols matter: the same permutation
  /// of other symbols is another one.
  package var isHeldOut: Bool {
    var generator = heldOutPermutations.child(bytes: factBytes).generator()
    return Draw.integer(in: 0...7, using: &generator) == 0
  }
}

extension CycleType {
  /// Whether it is among the held-out types. At 8...12 elements these have 16 to 31 % of the permutations.
  package var isHeldOut: Bool {
    var generator = heldOutCycleTypes.child(bytes: lengths.map { UInt8($0) }).generator()
    return Draw.integer(in: 0...3, using: &generator) == 0
  }
}

private let heldOutPermutations = Seed(root: 0).child("held-out permutations")
private let heldOutCycleTypes = Seed(root: 0).child("held-out cycle types")
