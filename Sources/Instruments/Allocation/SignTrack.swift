/// The signs that numbers had at the last step: -1, 0 or 1.
struct SignTrack: Sendable, Hashable {
  private(set) var signs: [Int8]

  init(count: Int) { signs = Array(repeating: 0, count: count) }
  init(_ signs: [Int8]) { self.signs = signs }

  init(of values: [Double]) {
    self.init(count: values.count)
    _ = follow(values)
  }

  /// Goes on to the next step's numbers. Zeros are compared with nothing.
  mutating func follow(_ values: [Double]) -> SignCount {
    var count = SignCount()
    let values = values.span
    var signs = signs.mutableSpan
    for index in 0..<values.count {
      let sign: Int8 = values[index] > 0 ? 1 : values[index] < 0 ? -1 : 0
      count.add(sign, signs[index])
      signs[index] = sign
    }
    return count
  }

  /// How many signs two tracks have in common at the same step.
  func compared(with other: SignTrack) -> SignCount {
    var count = SignCount()
    let own = signs.span
    let others = other.signs.span
    for index in 0..<own.count { count.add(own[index], others[index]) }
    return count
  }
}
