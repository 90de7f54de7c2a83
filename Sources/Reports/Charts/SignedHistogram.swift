/// How many numbers there are of each sign and decade of magnitude: of the entries of an allocation, many of which are
/// tiny, and many exactly zero. Nothing is dropped: what is smaller or larger than the decades is counted at their ends.
package struct SignedHistogram: Equatable, Sendable {
  /// Powers of ten at the edges of the decades. A decade holds its lower edge and not its upper one; the last holds both.
  package let exponents: ClosedRange<Int>
  /// Counts by rising magnitude: first what is smaller than every decade, last what is larger.
  package private(set) var negative: [Int]
  package private(set) var zero: Int
  package private(set) var positive: [Int]
  private let edges: Edges

  package init(exponents: ClosedRange<Int>) {
    let none = Array(repeating: 0, count: exponents.count + 1)
    self.init(exponents: exponents, negative: none, zero: 0, positive: none)
  }

  /// Counts that were taken before.
  package init(exponents: ClosedRange<Int>, negative: [Int], zero: Int, positive: [Int]) {
    let count = exponents.count + 1
    precondition(
      negative.count == count && positive.count == count,
      "\(exponents) takes \(count) counts for each sign, not \(negative.count) and \(positive.count)")
    precondition(
      (negative + [zero] + positive).allSatisfy { $0 >= 0 }, "a count is not negative: \(negative) \(zero) \(positive)")
    self.exponents = exponents
    self.negative = negative
    self.zero = zero
    self.positive = positive
    edges = Edges.decades(exponents, at: .one)
  }

  package mutating func add(_ value: Double) {
    guard value != 0 else {
      zero += 1
      return
    }
    let place =
      switch edges.place(of: value.magnitude) {
      case .below: 0
      case .bin(let index): index + 1
      case .above: edges.binCount + 1
      case .notANumber: preconditionFailure("a number has a sign and a magnitude, unlike \(value)")
      }
    if value < 0 { negative[place] += 1 } else { positive[place] += 1 }
  }

  package var total: Int { (negative + positive).reduce(zero, +) }
}

extension SignedHistogram {
  /// A bar of the drawing.
  struct Slot: Equatable {
    var name: String
    var count: Int
    var tone: Tone
  }

  /// From the left: negative ones, the largest magnitude outermost; zero; positive ones. All of them, so that two
  /// histograms stand alike.
  var slots: [Slot] {
    let below = negative.indices.map { Slot(name: "negative, \(decade($0))", count: negative[$0], tone: .help) }
    let above = positive.indices.map { Slot(name: "positive, \(decade($0))", count: positive[$0], tone: .hurt) }
    return below.reversed() + [Slot(name: "exactly 0", count: zero, tone: .zero)] + above
  }

  /// The name of a decade, counted as the counts are.
  private func decade(_ place: Int) -> String {
    let first = exponents.lowerBound
    if place == 0 { return "smaller than \(Self.power(first))" }
    if place > edges.binCount { return "larger than \(Self.power(exponents.upperBound))" }
    return "\(Self.power(first + place - 1)) to \(Self.power(first + place))"
  }

  static func power(_ exponent: Int) -> String { exponent == 0 ? "1" : "1e\(exponent)" }

  /// Shares of what is below zero, zero and above.
  var shares: [(tone: Tone, share: Double)] {
    let whole = Double(max(1, total))
    return [(.help, negative.reduce(0, +)), (.zero, zero), (.hurt, positive.reduce(0, +))]
      .map { (tone: $0, share: Double($1) / whole) }
  }

  var summary: String {
    guard total > 0 else { return "Nothing was counted." }
    let shares = shares.map { NumberText.percent($0.share) }
    return "\(NumberText.plural(total, "number")) by sign and decade, on a log scale: "
      + "\(shares[0]) below 0, \(shares[1]) exactly 0, \(shares[2]) above"
  }
}
