/// What stands in the cells of a question. A learned overseer writes cells, so not all of them ask something.
package enum PowerQuestion: Hashable, Sendable {
  /// sigma^exponent(element): the element is a symbol, which the context need not have.
  case power(element: Int, exponent: Int)
  /// All cells blank: what an overseer asks in a round that it has no use for.
  case blank
  /// Cells that ask for no power of no element, as tokens of ``PowerFormat``.
  case nonsense([Int])

  /// Whether it is answered from the facts alone: k is 0 or 1. As in the paper, the bits decide, all but the last
  /// being 0: whether the first cell has an element does not matter, and the answer to such nonsense is "I don't
  /// know". The blank question is not primitive.
  package var isPrimitive: Bool {
    switch self {
    case .power(_, let exponent): exponent < 2
    case .blank: false
    case .nonsense(let cells): cells.dropFirst().dropLast().allSatisfy { $0 == PowerFormat.bitToken(0) }
    }
  }

  /// The bit length of the exponent: 1 for a primitive question about an element. Nil where nothing is asked.
  package var depth: Int? {
    guard case .power(_, let exponent) = self else { return nil }
    return max(1, exponent.bitLength)
  }
}

extension PowerQuestion: CustomStringConvertible {
  package var description: String {
    switch self {
    case .power(let element, let exponent): "s^\(exponent)(\(element))"
    case .blank: "blank"
    case .nonsense(let cells): "nonsense \(cells)"
    }
  }
}

extension Int {
  /// How many binary digits a number has that is not negative; none for 0.
  var bitLength: Int { Int.bitWidth - leadingZeroBitCount }
}
