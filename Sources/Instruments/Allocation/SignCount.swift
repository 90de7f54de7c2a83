/// How many pairs of signs are the same, of those without a zero.
package struct SignCount: Sendable, Hashable {
  package private(set) var same = 0
  package private(set) var pairs = 0

  package init() {}

  package init(same: Int, pairs: Int) { (self.same, self.pairs) = (same, pairs) }

  mutating func add(_ sign: Int8, _ other: Int8) {
    guard sign != 0 && other != 0 else { return }
    pairs += 1
    if sign == other { same += 1 }
  }

  package static func + (left: SignCount, right: SignCount) -> SignCount {
    SignCount(same: left.same + right.same, pairs: left.pairs + right.pairs)
  }

  /// The share that is the same; nil without a pair.
  package var agreement: Double? { pairs == 0 ? nil : Double(same) / Double(pairs) }
  /// The share that is not.
  package var change: Double? { agreement.map { 1 - $0 } }
}
