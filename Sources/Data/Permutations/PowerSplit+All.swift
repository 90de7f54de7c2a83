/// The splits. All but the tiny one have cells for 6 bits and an alphabet of 32 symbols, so that every cell and every
/// symbol is trained whatever the size and the exponent.
extension PowerSplit {
  private static let wide = PowerFormat(alphabet: 32, exponentBits: 6)

  /// As published: N = 4 and k in 2...7. Only 4! * 4 * 6 = 576 questions exist, so nothing can be held out.
  package static let tiny = PowerSplit(
    name: "tiny", drawnUnder: "powers-tiny", revision: 1, sizes: 4...4,
    format: PowerFormat(alphabet: 4, exponentBits: 3), depths: 2...3, exponents: .all, permutations: .all,
    cycleTypes: .all, novelty: .any, questions: .onePerElement)

  package static let train = PowerSplit(
    name: "train", drawnUnder: "powers-train", revision: 1, sizes: 8...12, format: wide, depths: 2...3,
    exponents: .except([5]), permutations: .kept, cycleTypes: .kept, novelty: .any, questions: .onePerElement)

  /// Permutations that training never shows, of cycle types that it does.
  package static let heldOutPermutations = PowerSplit(
    name: "held-out-permutations", drawnUnder: "powers-held-out-permutations", revision: 1, sizes: 8...12, format: wide,
    depths: 2...3, exponents: .except([5]), permutations: .heldOut, cycleTypes: .kept, novelty: .any,
    questions: .fixed(1))

  package static let heldOutCycleTypes = PowerSplit(
    name: "held-out-cycle-types", drawnUnder: "powers-held-out-cycle-types", revision: 1, sizes: 8...12, format: wide,
    depths: 2...3, exponents: .except([5]), permutations: .kept, cycleTypes: .heldOut, novelty: .any,
    questions: .fixed(1))

  /// k = 5 between the 4, 6 and 7 of training. The order is above 5, so no exponent of training gives this power.
  package static let heldOutExponent = PowerSplit(
    name: "held-out-exponent", drawnUnder: "powers-held-out-exponent", revision: 1, sizes: 8...12, format: wide,
    depths: 3...3, exponents: .only([5]), permutations: .kept, cycleTypes: .kept,
    novelty: .orderAboveExponent, questions: .fixed(1))

  /// k in 8...15.
  package static let depth4 = deeper("depth-4", depth: 4, sizes: 8...12, .any)
  /// k in 16...31.
  package static let depth5 = deeper("depth-5", depth: 5, sizes: 8...12, .any)
  /// k in 32...63.
  package static let depth6 = deeper("depth-6", depth: 6, sizes: 8...12, .any)

  /// No permutation of 8 elements has an order above 15, and none of 11 above 30.
  package static let newDepth4 = deeper("new-depth-4", depth: 4, sizes: 9...12, .orderAboveExponent)
  package static let newDepth5 = deeper("new-depth-5", depth: 5, sizes: 12...12, .orderAboveExponent)
  /// Two shifts in one: no permutation of 12 elements has an order above 60.
  package static let newDepth6Size16 = deeper(
    "new-depth-6-size-16", depth: 6, sizes: 16...16, .orderAboveExponent)

  package static let size16 = larger("size-16", 16, depths: 2...3)
  package static let size32 = larger("size-32", 32, depths: 2...3)

  /// k in 8...63 of held-out permutations: what is asked of those who learned k in 2...7 and claim to take powers. Where
  /// neither the identity nor truncation happens to be right, nothing but the power will do.
  package static let higher8 = higher(8)
  package static let higher16 = higher(16)
  package static let higher32 = higher(32)

  package static let all = [
    tiny, train, heldOutPermutations, heldOutCycleTypes, heldOutExponent, depth4, depth5, depth6, newDepth4, newDepth5,
    newDepth6Size16, size16, size32, higher8, higher16, higher32,
  ]

  private static func deeper(_ name: String, depth: Int, sizes: ClosedRange<Int>, _ novelty: Novelty) -> PowerSplit {
    PowerSplit(
      name: name, drawnUnder: "powers-\(name)", revision: 1, sizes: sizes, format: wide, depths: depth...depth,
      exponents: .all, permutations: .kept, cycleTypes: sizes.upperBound > 12 ? .all : .kept, novelty: novelty,
      questions: .fixed(1))
  }

  private static func larger(_ name: String, _ size: Int, depths: ClosedRange<Int>) -> PowerSplit {
    PowerSplit(
      name: name, drawnUnder: "powers-\(name)", revision: 1, sizes: size...size, format: wide, depths: depths,
      exponents: .except([5]), permutations: .all, cycleTypes: .all, novelty: .any, questions: .fixed(1))
  }

  private static func higher(_ size: Int) -> PowerSplit {
    PowerSplit(
      name: "higher-\(size)", drawnUnder: "powers-higher-\(size)", revision: 1, sizes: size...size, format: wide,
      depths: 4...6, exponents: .all, permutations: .heldOut, cycleTypes: size > 12 ? .all : .kept, novelty: .any,
      questions: .fixed(1))
  }
}
