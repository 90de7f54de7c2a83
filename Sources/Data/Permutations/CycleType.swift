/// The lengths of a permutation's cycles: the permutation up to the names of what it permutes.
package struct CycleType: Hashable, Sendable {
  /// The longest first. Their sum is the number of elements.
  package let lengths: [Int]

  /// Cycles of these lengths, in any order.
  package init(_ lengths: [Int]) {
    precondition(
      !lengths.isEmpty && lengths.allSatisfy { $0 > 0 } && lengths.reduce(0, +) <= Permutation.largestCount,
      "Cycles have positive lengths, \(Permutation.largestCount) together at most, unlike \(lengths).")
    self.lengths = lengths.sorted(by: >)
  }

  package var count: Int { lengths.reduce(0, +) }

  /// The order of its permutations.
  package var order: Int { lengths.reduce(1, leastCommonMultiple) }

  /// The share of all permutations that have it: 1 / (m_1! 1^m_1 m_2! 2^m_2 ...) for m_c cycles of length c.
  package var share: Double {
    var (share, repeats, last) = (1.0, 0, 0)
    for length in lengths {
      repeats = length == last ? repeats + 1 : 1
      last = length
      share /= Double(length) * Double(repeats)
    }
    return share
  }

  /// The share of the elements that the `exponent`-th power leaves where they are: those on cycles whose length
  /// divides the exponent.
  package func fixedShare(ofPower exponent: Int) -> Double {
    Double(lengths.reduce(0) { $0 + (exponent.isMultiple(of: $1) ? $1 : 0) }) / Double(count)
  }

  /// Every type of permutations of `count` elements, from one long cycle to the identity.
  package static func all(count: Int) -> [CycleType] {
    var types: [CycleType] = []
    _ = first(count: count) {
      types.append($0)
      return false
    }
    return types
  }

  /// The first in the order of ``all(count:)`` that satisfies a condition.
  package static func first(count: Int, where condition: (CycleType) -> Bool) -> CycleType? {
    precondition(
      1...Permutation.largestCount ~= count,
      "A permutation is of 1...\(Permutation.largestCount) elements, not of \(count).")
    return extend([], rest: count, where: condition)
  }

  /// Longest cycles first, none longer than the one before.
  private static func extend(_ lengths: [Int], rest: Int, where condition: (CycleType) -> Bool) -> CycleType? {
    if rest == 0 {
      let type = CycleType(lengths)
      return condition(type) ? type : nil
    }
    for length in stride(from: min(rest, lengths.last ?? rest), through: 1, by: -1) {
      if let type = extend(lengths + [length], rest: rest - length, where: condition) { return type }
    }
    return nil
  }
}

extension CycleType: CustomStringConvertible {
  package var description: String { lengths.map(String.init).joined(separator: "+") }
}

func leastCommonMultiple(_ a: Int, _ b: Int) -> Int {
  var (x, y) = (a, b)
  while y != 0 { (x, y) = (y, x % y) }
  return a / x * b
}
