import Seeds

/// A permutation and its symbols while they are drawn, and drawn again until a split allows them: on the stack, because
/// most are thrown away.
struct PowerDraft {
  /// N.
  let count: Int
  /// [count]
  private let images: UnsafeMutablePointer<UInt8>
  /// The whole alphabet; the first `count` are the context's.
  private let symbols: UnsafeMutablePointer<UInt8>
  /// [alphabet], by symbol; only the context's are set.
  private let imagesBySymbol: UnsafeMutablePointer<UInt8>
  /// What is hashed: two bytes a fact at most.
  private let bytes: UnsafeMutablePointer<UInt8>

  /// Lends a draft to `body`.
  static func with<Result>(count: Int, _ body: (PowerDraft) -> Result) -> Result {
    let most = Permutation.largestCount
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 5 * most) { memory in
      let start = memory.baseAddress!
      return body(
        PowerDraft(
          count: count, images: start, symbols: start + most, imagesBySymbol: start + 2 * most, bytes: start + 3 * most)
      )
    }
  }

  /// Each permutation with the same probability: the shuffle of `Draw.shuffle`, word for word.
  func drawPermutation(using generator: inout Generator) {
    for x in 0..<count { images[x] = UInt8(x) }
    for last in stride(from: count - 1, to: 0, by: -1) {
      let place = Draw.integer(in: 0...last, using: &generator)
      (images[last], images[place]) = (images[place], images[last])
    }
  }

  /// Different symbols, each ordered choice with the same probability: the first steps of a shuffle.
  func drawSymbols(alphabet: Int, using generator: inout Generator) {
    for symbol in 0..<alphabet { symbols[symbol] = UInt8(symbol) }
    for place in 0..<count {
      let drawn = Draw.integer(in: place...alphabet - 1, using: &generator)
      (symbols[place], symbols[drawn]) = (symbols[drawn], symbols[place])
    }
  }

  /// The permutation's.
  var order: Int {
    var order = 1
    forEachCycle { order = leastCommonMultiple(order, $0) }
    return order
  }

  /// Whether its cycle type is among the held-out ones.
  var isOfHeldOutType: Bool {
    // Lengths with the longest first, by insertion: there are few.
    var cycles = 0
    forEachCycle { length in
      var place = cycles
      while place > 0, bytes[place - 1] < UInt8(length) {
        bytes[place] = bytes[place - 1]
        place -= 1
      }
      bytes[place] = UInt8(length)
      cycles += 1
    }
    return HeldOut.isCycleType(UnsafeBufferPointer(start: bytes, count: cycles))
  }

  /// Whether these facts are among the held-out permutations. The bytes are those of `PowerContext.factBytes`.
  var isHeldOut: Bool {
    var present: UInt64 = 0
    for place in 0..<count {
      present |= 1 &<< UInt64(symbols[place])
      imagesBySymbol[Int(symbols[place])] = symbols[Int(images[place])]
    }
    var end = 0
    while present != 0 {
      let symbol = present.trailingZeroBitCount
      present &= present &- 1
      (bytes[end], bytes[end + 1]) = (UInt8(symbol), imagesBySymbol[symbol])
      end += 2
    }
    return HeldOut.isPermutation(UnsafeBufferPointer(start: bytes, count: end))
  }

  var context: PowerContext {
    PowerContext(
      unchecked: [UInt8](UnsafeBufferPointer(start: symbols, count: count)),
      permutation: Permutation(unchecked: [UInt8](UnsafeBufferPointer(start: images, count: count))))
  }

  private func forEachCycle(_ body: (_ length: Int) -> Void) {
    var seen: UInt64 = 0
    for start in 0..<count where seen &>> UInt64(start) & 1 == 0 {
      var (length, next) = (0, start)
      repeat {
        seen |= 1 &<< UInt64(next)
        next = Int(images[next])
        length += 1
      } while next != start
      body(length)
    }
  }
}
