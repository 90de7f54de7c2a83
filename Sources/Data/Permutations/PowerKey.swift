/// What two questions must share to count as the same: the key of the leak meter.
package struct PowerKey: Hashable, Sendable {
  package enum Sameness: Hashable, Sendable, CaseIterable {
    /// The same facts, element and exponent.
    case asked
    /// The same facts and element, and exponents that are the same power.
    case effective
    /// The same facts, and exponents that are the same power, whatever element is asked about.
    case power
    /// The same up to the names of the symbols as well: cycle type, length of the element's cycle, effective power.
    case renamed
  }

  private let numbers: [Int]

  init(_ numbers: [Int]) { self.numbers = numbers }
}

extension PowerContext {
  /// The key of a question; nil where nothing is asked, or about a symbol that is not there.
  package func key(of question: PowerQuestion, upTo sameness: PowerKey.Sameness) -> PowerKey? {
    guard case .power(let element, let exponent) = question, let place = place(of: element) else { return nil }
    let facts = factBytes.map { Int($0) }
    return switch sameness {
    case .asked: PowerKey([0] + facts + [element, exponent])
    case .effective: PowerKey([1] + facts + [element, permutation.effectivePower(exponent)])
    case .power: PowerKey([3] + facts + [permutation.effectivePower(exponent)])
    case .renamed:
      PowerKey(
        [2] + permutation.cycleType.lengths
          + [permutation.cycleLength(of: place), permutation.effectivePower(exponent)])
    }
  }
}
