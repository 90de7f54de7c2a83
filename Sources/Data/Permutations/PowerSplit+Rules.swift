extension PowerSplit {
  /// Which part of what is divided once and for all.
  package enum Part: Hashable, Sendable {
    case all
    /// What training may show.
    case kept
    /// What it never shows.
    case heldOut

    func allows(heldOut: Bool) -> Bool {
      switch self {
      case .all: true
      case .kept: !heldOut
      case .heldOut: heldOut
      }
    }
  }

  /// Which exponents of a depth may be asked.
  package enum ExponentRule: Hashable, Sendable {
    case all
    case except([Int])
    case only([Int])

    package func allows(_ exponent: Int) -> Bool {
      switch self {
      case .all: true
      case .except(let exponents): !exponents.contains(exponent)
      case .only(let exponents): exponents.contains(exponent)
      }
    }

    func allowsSome(ofDepth depth: Int) -> Bool {
      let range = exponentRange(ofDepth: depth)
      return switch self {
      case .all: true
      case .except(let exponents): Set(exponents).filter(range.contains).count < range.count
      case .only(let exponents): exponents.contains(where: range.contains)
      }
    }

    /// The largest exponent of a depth, allowed or not unless they are listed.
    func largest(ofDepth depth: Int) -> Int {
      let range = exponentRange(ofDepth: depth)
      guard case .only(let exponents) = self else { return range.upperBound }
      return exponents.filter(range.contains).max() ?? range.upperBound
    }
  }

  /// Whether the power asked for must be one that no smaller exponent has.
  package enum Novelty: Hashable, Sendable {
    /// Any permutation. Then most high powers are low ones in disguise: score against ``PowerPredictor``.
    case any
    /// Only permutations whose order is above the exponent: sigma^k is none of sigma^0, ..., sigma^(k-1).
    case orderAboveExponent

    package func allows(order: Int, exponent: Int) -> Bool { self == .any || order > exponent }
  }
}

/// The exponents of a bit length.
func exponentRange(ofDepth depth: Int) -> ClosedRange<Int> { (1 << (depth - 1))...((1 << depth) - 1) }
