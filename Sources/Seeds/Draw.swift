/// What is drawn from a generator. Every draw is pinned: how many words it takes and what it makes of them is part of
/// the data's revision, and `fixtures/seeds/draws.json` holds examples.
package enum Draw {
  /// An integer, each of the range's with the same probability, exactly.
  ///
  /// One word, times the number of values: the high half is the draw, and a low half that would favour some values is
  /// drawn again (Lemire, "Fast random integer generation in an interval", 2019).
  @inlinable
  package static func integer(in range: ClosedRange<Int>, using generator: inout Generator) -> Int {
    let count = UInt64(bitPattern: Int64(range.upperBound &- range.lowerBound)) &+ 1
    guard count != 0 else { return Int(truncatingIfNeeded: generator.next()) }
    var product = generator.next().multipliedFullWidth(by: count)
    if product.low < count {
      let uneven = (0 &- count) % count
      while product.low < uneven { product = generator.next().multipliedFullWidth(by: count) }
    }
    return range.lowerBound &+ Int(truncatingIfNeeded: product.high)
  }

  /// Eight small numbers, a byte each.
  @usableFromInline
  package struct Eight: Hashable, Sendable {
    @usableFromInline var bytes: UInt64 = 0

    /// Eight zeros.
    @inlinable
    package init() {}

    @inlinable
    package subscript(place: Int) -> Int { Int(truncatingIfNeeded: bytes >> UInt64(8 &* place) & 0xFF) }
  }

  /// Eight independent integers in `0..<sides`, each with the same probability, exactly, and usually from one word.
  ///
  /// What one draw leaves of the word is the word of the next (Brackett-Rozinsky and Lemire, "Batched ranged random
  /// integer generation", 2024). The word is drawn again with probability below `sides^8 / 2^64`.
  /// - Parameter sides: at most 128.
  @inlinable
  package static func eight(below sides: Int, using generator: inout Generator) -> Eight {
    precondition(1...128 ~= sides, "Eight draws from one word need 1...128 sides, not \(sides).")
    let sides = UInt64(sides)
    let square = sides &* sides
    let combinations = (square &* square) &* (square &* square)
    while true {
      var rest = generator.next()
      var draws = Eight()
      for place in 0..<8 {
        let product = rest.multipliedFullWidth(by: sides)
        draws.bytes |= product.high << UInt64(8 &* place)
        rest = product.low
      }
      if rest >= combinations || rest >= (0 &- combinations) % combinations { return draws }
    }
  }

  /// A number in [0, 1): a multiple of 2^-53, each with the same probability.
  @inlinable
  package static func unit(using generator: inout Generator) -> Double {
    Double(generator.next() >> 11) * 0x1p-53
  }

  /// True with probability `numerator / denominator`, exactly. Takes a word even when the answer is certain.
  @inlinable
  package static func chance(_ numerator: Int, of denominator: Int, using generator: inout Generator) -> Bool {
    precondition(
      denominator > 0 && 0...denominator ~= numerator, "\(numerator) of \(denominator) is not a probability.")
    return integer(in: 0...(denominator - 1), using: &generator) < numerator
  }
}
