/// The edges of bins, declared before anything is counted, so that two histograms can be compared bin by bin.
///
/// A bin holds its lower edge and not its upper one; the last bin holds both.
package struct Edges: Equatable, Sendable {
  /// Finite and rising; one more than there are bins.
  package let values: [Double]

  package init(_ values: [Double]) {
    precondition(values.count >= 2, "a bin has two edges, but there are \(values.count)")
    precondition(
      values.allSatisfy(\.isFinite) && zip(values, values.dropFirst()).allSatisfy { $0 < $1 },
      "edges must be finite and rising: \(values)")
    self.values = values
  }

  /// Bins of equal width.
  package static func linear(_ range: ClosedRange<Double>, bins: Int) -> Edges {
    precondition(bins >= 1, "at least one bin is needed, not \(bins)")
    let width = range.upperBound - range.lowerBound
    let inner = (0..<bins).map { range.lowerBound + width * Double($0) / Double(bins) }
    return Edges(inner + [range.upperBound])
  }

  /// One bin for each whole number of `range`, the number in its middle.
  package static func whole(_ range: ClosedRange<Int>) -> Edges {
    Edges((range.lowerBound...range.upperBound + 1).map { Double($0) - 0.5 })
  }

  /// Spaced by logarithm from 10^`lower` to 10^`upper`, at the round numbers of each decade: 0.01, 0.02, 0.05, 0.1.
  ///
  /// Decimal literals and no powers: the same edges on every machine.
  package static func decades(_ exponents: ClosedRange<Int>, at steps: DecadeSteps = .oneTwoFive) -> Edges {
    precondition(
      exponents.lowerBound < exponents.upperBound && exponents.lowerBound >= -300 && exponents.upperBound <= 300,
      "decades need a lower and a larger upper exponent in -300...300, not \(exponents)")
    let inner = (exponents.lowerBound..<exponents.upperBound).flatMap { exponent in
      steps.rawValue.map { Decimals.value($0, exponent: exponent) }
    }
    return Edges(inner + [Decimals.value(1, exponent: exponents.upperBound)])
  }

  package enum DecadeSteps: Sendable, CaseIterable {
    case one
    case oneThree
    case oneTwoFive

    var rawValue: [Int] {
      switch self {
      case .one: [1]
      case .oneThree: [1, 3]
      case .oneTwoFive: [1, 2, 5]
      }
    }
  }

  package var binCount: Int { values.count - 1 }

  package func bin(_ index: Int) -> Interval { Interval(values[index], values[index + 1]) }

  /// The bin that holds the value; where it is outside, which way.
  package func place(of value: Double) -> Place {
    guard !value.isNaN else { return .notANumber }
    guard value >= values[0] else { return .below }
    guard value <= values[binCount] else { return .above }
    var low = 0
    var high = binCount - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if value >= values[middle] { low = middle } else { high = middle - 1 }
    }
    return .bin(low)
  }

  package enum Place: Equatable, Sendable {
    case below
    case bin(Int)
    case above
    case notANumber
  }
}
