/// The shortest decimal digits that read back as the same number: 0.d₁d₂d₃… × 10^exponent.
///
/// Swift prints every `Double` with the fewest digits that identify it, the same on every machine and in every locale.
/// Rounding those digits by hand keeps that promise, and rounds 0.1245 to 0.125 as a reader expects.
struct DecimalDigits: Equatable, Sendable {
  private(set) var isNegative: Bool
  /// Digits 0...9, the first one not zero; empty for zero.
  private(set) var digits: [UInt8]
  private(set) var exponent: Int

  init(_ value: Double) {
    precondition(value.isFinite, "only a finite number has digits, not \(value)")
    isNegative = value < 0
    digits = []
    exponent = 0
    var pointSeen = false
    var written = 0
    let text = value.magnitude.description.split(separator: "e")
    for byte in text[0].utf8 {
      guard byte != UInt8(ascii: ".") else {
        pointSeen = true
        continue
      }
      if !pointSeen { exponent += 1 }
      digits.append(byte - UInt8(ascii: "0"))
    }
    written = digits.prefix { $0 == 0 }.count
    digits.removeFirst(written)
    exponent -= written
    if text.count == 2, let shift = Int(text[1]) { exponent += shift }
    trimTrailingZeros()
  }

  var isZero: Bool { digits.isEmpty }

  /// Keeps the first `count` digits, the last of them rounded half away from zero.
  func rounded(toDigits count: Int) -> DecimalDigits {
    guard count < digits.count else { return self }
    var result = self
    guard count >= 0 else {
      result.digits = []
      result.exponent = 0
      return result
    }
    let roundsUp = digits[count] >= 5
    result.digits.removeSubrange(count...)
    if roundsUp { result.addOneToLastDigit() }
    result.trimTrailingZeros()
    return result
  }

  /// Rounded to `decimals` places behind the point.
  func rounded(toDecimals decimals: Int) -> DecimalDigits { rounded(toDigits: exponent + decimals) }

  /// Digit by digit with a point, `decimals` places behind it, without a sign.
  func plain(decimals: Int) -> String {
    func digit(at index: Int) -> Character {
      let value = digits.indices.contains(index) ? digits[index] : 0
      return Character(Unicode.Scalar(UInt8(ascii: "0") + value))
    }
    var text = exponent > 0 ? String((0..<exponent).map(digit)) : "0"
    guard decimals > 0 else { return text }
    text.append(".")
    for place in 0..<decimals { text.append(digit(at: exponent + place)) }
    return text
  }

  private mutating func addOneToLastDigit() {
    var index = digits.count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else {
      digits.insert(1, at: 0)
      exponent += 1
    }
  }

  private mutating func trimTrailingZeros() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { exponent = 0 }
  }
}
