/// How a network that reads one symbol a loop is told the exponent. Symbols are 0 and 1.
package enum PowerTape: Hashable, Sendable {
  /// So many bits, the highest first and leading zeros written. Whoever squares what it has at every bit, and takes one
  /// step more at a 1, ends with the power.
  case bits(Int)
  /// So many symbols, of which as many are 1 as the exponent says, and those come first: a step each.
  case steps(Int)

  package static let symbolCount = 2

  package var length: Int {
    switch self {
    case .bits(let count), .steps(let count): count
    }
  }

  /// [length]
  func symbols(of exponent: Int) -> [Int32] {
    switch self {
    case .bits(let count):
      precondition(0..<(1 << count) ~= exponent, "The exponent \(exponent) does not fit into \(count) bits.")
      return (0..<count).reversed().map { Int32(exponent >> $0 & 1) }
    case .steps(let count):
      precondition(0...count ~= exponent, "The exponent \(exponent) is more than \(count) steps.")
      return (0..<count).map { $0 < exponent ? 1 : 0 }
    }
  }
}
