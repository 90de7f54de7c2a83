/// A scale with round ends and ticks at round numbers: 1, 2 or 5 times a power of ten.
struct Axis: Equatable, Sendable {
  enum Kind: Equatable, Hashable, Sendable, CaseIterable {
    case linear
    case log
  }

  let kind: Kind
  let lower: Double
  let upper: Double
  let ticks: [Double]

  /// The shortest axis that covers all values it can show; without any, 0...1 or 1...10.
  init(_ kind: Kind, covering values: some Sequence<Double>) {
    let shown = values.filter { Self.shows($0, kind) }
    self.kind = kind
    switch kind {
    case .linear: ticks = Self.linearTicks(shown.min() ?? 0, shown.max() ?? 1)
    case .log: ticks = Self.logTicks(shown.min() ?? 1, shown.max() ?? 10)
    }
    lower = ticks[0]
    upper = ticks[ticks.count - 1]
  }

  /// Whether the value has a place; a logarithm asks for a positive one.
  func shows(_ value: Double) -> Bool { Self.shows(value, kind) }

  /// 0 at the lower end, 1 at the upper one.
  func position(_ value: Double) -> Double {
    precondition(shows(value), "\(value) has no place on a \(kind) axis")
    switch kind {
    case .linear: return (value - lower) / (upper - lower)
    case .log:
      let origin = Decimals.log10(lower)
      return (Decimals.log10(value) - origin) / (Decimals.log10(upper) - origin)
    }
  }

  /// Numbers beyond 1e100 and so close to zero as 1e-100 are no losses; leaving them out keeps every step finite.
  private static func shows(_ value: Double, _ kind: Kind) -> Bool {
    guard value.isFinite, value.magnitude <= 1e100 else { return false }
    return kind == .linear || value >= 1e-100
  }

  private static func linearTicks(_ least: Double, _ most: Double) -> [Double] {
    var (low, high) = (least, most)
    if low == high {
      let half = max(low.magnitude / 2, 1e-90)
      (low, high) = low == 0 ? (0, 1) : (low - half, high + half)
    }
    // Zero is kept in sight where it is not far: else small differences look large.
    if low > 0, low < high / 2 { low = 0 }
    if high < 0, high > low / 2 { high = 0 }
    let step = roundStep((high - low) / 5)
    let first = Int((low / step.value).rounded(.down))
    let last = Int((high / step.value).rounded(.up))
    return (first...max(last, first + 1)).map { Decimals.value($0 * step.digit, exponent: step.exponent) }
  }

  /// The smallest of 1, 2, 5 × 10^k that is at least `size`, and at least what one can still add to the numbers.
  private static func roundStep(_ size: Double) -> (digit: Int, exponent: Int, value: Double) {
    let exponent = Decimals.decade(of: size)
    for digit in [1, 2, 5] where Decimals.value(digit, exponent: exponent) >= size {
      return (digit, exponent, Decimals.value(digit, exponent: exponent))
    }
    return (1, exponent + 1, Decimals.value(1, exponent: exponent + 1))
  }

  private static func logTicks(_ least: Double, _ most: Double) -> [Double] {
    let first = Decimals.decade(of: least)
    var last = Decimals.decade(of: most)
    if Decimals.value(1, exponent: last) < most || last == first { last += 1 }
    guard last - first <= 2 else {
      // At most seven ticks: every decade, or every second, fifth, ...
      let step = [1, 2, 5, 10, 20, 50].first { (last - first + $0 - 1) / $0 <= 6 } ?? 100
      let count = (last - first + step - 1) / step
      return (0...count).map { Decimals.value(1, exponent: first + $0 * step) }
    }
    let all = (first..<last).flatMap { exponent in [1, 2, 5].map { Decimals.value($0, exponent: exponent) } }
    let ticks = all + [Decimals.value(1, exponent: last)]
    let from = ticks.lastIndex { $0 <= least } ?? 0
    let to = ticks.firstIndex { $0 >= most } ?? ticks.count - 1
    return Array(ticks[(from == to ? max(0, from - 1) : from)...max(to, 1)])
  }
}
