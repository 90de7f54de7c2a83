/// Arithmetic on decimal scales without the platform's mathematics library, whose last bits differ between machines.
enum Decimals {
  /// `digits` × 10^`exponent`, the nearest `Double`: read from its decimal notation, so correctly rounded.
  static func value(_ digits: Int, exponent: Int) -> Double {
    guard let value = Double("\(digits)e\(exponent)") else {
      preconditionFailure("\(digits)e\(exponent) is no decimal number")
    }
    return value
  }

  /// The largest power of ten that is at most `value`, as its exponent.
  static func decade(of value: Double) -> Int {
    precondition(value > 0 && value.isFinite, "only a positive finite number has a decade, not \(value)")
    return DecimalDigits(value).exponent - 1
  }

  /// The logarithm to base ten, to about 1e-15: enough to place a point, and the same bits everywhere, as it is made of
  /// additions, products and quotients only.
  static func log10(_ value: Double) -> Double {
    precondition(value > 0 && value.isFinite, "only a positive finite number has a logarithm, not \(value)")
    // ln m = 2 artanh((m-1)/(m+1)) for the significand m in 1..<2: the ratio is below 1/3, so 20 terms reach 1e-19.
    let ratio = (value.significand - 1) / (value.significand + 1)
    var sum = 0.0
    var power = ratio
    for term in 0..<20 {
      sum += power / Double(2 * term + 1)
      power *= ratio * ratio
    }
    return (2 * sum + Double(value.exponent) * 0.693_147_180_559_945_3) / 2.302_585_092_994_045_7
  }
}
