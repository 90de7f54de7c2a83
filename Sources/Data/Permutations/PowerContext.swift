/// A permutation of symbols, given as facts: each symbol and its image.
///
/// The symbols are N different ones of an alphabet. Place i has the symbol `symbols[i]`, and its image is the symbol at
/// place `permutation[i]`. The order of the places carries no meaning.
package struct PowerContext: Hashable, Sendable {
  package let symbols: [UInt8]
  package let permutation: Permutation

  package init(symbols: [Int], permutation: Permutation) {
    precondition(
      symbols.count == permutation.count && Set(symbols).count == symbols.count
        && symbols.allSatisfy { 0..<Permutation.largestCount ~= $0 },
      "\(permutation.count) different symbols of 0..<\(Permutation.largestCount) are permuted, unlike \(symbols).")
    self.init(unchecked: symbols.map { UInt8($0) }, permutation: permutation)
  }

  /// Nil where the images are not the symbols in some order.
  package init?(facts: [(symbol: Int, image: Int)]) {
    let symbols = facts.map(\.symbol)
    let places = facts.map { symbols.firstIndex(of: $0.image) ?? -1 }
    guard Set(symbols).count == symbols.count, symbols.allSatisfy({ 0..<Permutation.largestCount ~= $0 }),
      Permutation.isPermutation(places)
    else { return nil }
    self.init(symbols: symbols, permutation: Permutation(places))
  }

  init(unchecked symbols: [UInt8], permutation: Permutation) {
    (self.symbols, self.permutation) = (symbols, permutation)
  }

  /// N.
  package var count: Int { symbols.count }

  /// Each symbol with its image, in the order of the places.
  package var facts: [(symbol: Int, image: Int)] {
    symbols.indices.map { (Int(symbols[$0]), Int(symbols[permutation[$0]])) }
  }

  /// Where a symbol stands; nil if the context does not have it.
  package func place(of symbol: Int) -> Int? { symbols.firstIndex { Int($0) == symbol } }

  /// The truth: what the oracle answers. Where nothing is asked, or about a symbol that is not there, it does not know.
  package func answer(to question: PowerQuestion) -> PowerAnswer {
    guard case .power(let element, let exponent) = question, let place = place(of: element) else { return .unknown }
    return .element(Int(symbols[permutation.image(of: place, power: exponent)]))
  }

  /// The symbols and their images as bytes, by the symbols' numbers: the same for the same facts in any order.
  var factBytes: [UInt8] {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Permutation.largestCount) { images in
      var present: UInt64 = 0
      for (place, symbol) in symbols.enumerated() {
        present |= 1 << UInt64(symbol)
        images[Int(symbol)] = symbols[permutation[place]]
      }
      return [UInt8](unsafeUninitializedCapacity: 2 * symbols.count) { bytes, count in
        while present != 0 {
          let symbol = present.trailingZeroBitCount
          present &= present - 1
          (bytes[count], bytes[count + 1]) = (UInt8(symbol), images[symbol])
          count += 2
        }
      }
    }
  }
}

extension PowerContext: CustomStringConvertible {
  package var description: String { facts.map { "\($0.symbol)->\($0.image)" }.joined(separator: " ") }
}
