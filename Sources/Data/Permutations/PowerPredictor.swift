/// What can be right about a high power without taking it: predictors that answer with another, lower power.
package enum PowerPredictor: Hashable, Sendable {
  /// Answers x.
  case identity
  /// Sees only the lowest bits of k, as one that was trained on these alone and takes the others for 0.
  case truncation(bits: Int)

  /// The power it takes in place of the one asked for.
  package func exponent(insteadOf exponent: Int) -> Int {
    switch self {
    case .identity: return 0
    case .truncation(let bits):
      precondition(0...62 ~= bits, "Exponents have 0...62 bits, not \(bits).")
      return exponent & (1 << bits - 1)
    }
  }

  package func answer(to question: PowerQuestion, in context: PowerContext) -> PowerAnswer {
    guard case .power(let element, let exponent) = question else { return .unknown }
    return context.answer(to: .power(element: element, exponent: self.exponent(insteadOf: exponent)))
  }

  /// The probability that it is right about a uniform permutation of `count` elements and one of these, uniform too.
  ///
  /// The length c of an element's cycle is uniform in 1...count, and two powers of the element agree exactly if c
  /// divides the difference of the exponents.
  package func accuracy(exponent: Int, count: Int) -> Double {
    let difference = exponent - self.exponent(insteadOf: exponent)
    return Double((1...count).count { difference.isMultiple(of: $0) }) / Double(count)
  }
}

extension PowerSplit {
  /// The expected accuracy of a predictor over the split, by enumeration of sizes, exponents and cycle types.
  ///
  /// Held-out permutations are chosen by a hash that does not look at cycles, so leaving them out changes nothing in
  /// the mean over all possible hashes. For the hash there is, the error is one of sampling from as many permutations
  /// as there are: below 1e-5 already for 8 elements of 32 symbols.
  package func accuracy(of predictor: PowerPredictor) -> Double {
    precondition(depths.upperBound <= 16, "Exponents of \(depths.upperBound) bits are too many to go through.")
    let bySize = sizes.map { size in
      let types = cycleTypes == .all && novelty == .any ? nil : CycleType.all(count: size).map(WeighedType.init)
      return mean(
        depths.map { depth in
          mean(
            exponentRange(ofDepth: depth).filter(exponents.allows).map { exponent in
              guard let types else { return predictor.accuracy(exponent: exponent, count: size) }
              return accuracy(of: predictor, exponent: exponent, among: types)
            })
        })
    }
    return mean(bySize)
  }

  private func accuracy(of predictor: PowerPredictor, exponent: Int, among types: [WeighedType]) -> Double {
    let difference = exponent - predictor.exponent(insteadOf: exponent)
    var (right, all) = (0.0, 0.0)
    for type in types
    where cycleTypes.allows(heldOut: type.isHeldOut) && novelty.allows(order: type.order, exponent: exponent) {
      all += type.share
      right += type.share * type.type.fixedShare(ofPower: difference)
    }
    return right / all
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
}

/// A cycle type with what is asked of it again and again.
private struct WeighedType {
  let type: CycleType
  let share: Double
  let order: Int
  let isHeldOut: Bool

  init(_ type: CycleType) {
    (self.type, share, order, isHeldOut) = (type, type.share, type.order, type.isHeldOut)
  }
}
