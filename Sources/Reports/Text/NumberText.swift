/// The one way numbers become text in a report: no locale, the same characters on every machine.
///
/// NaN and the infinities are printed plainly (`NaN`, `inf`, `-inf`), never hidden and never a reason to fail.
package enum NumberText {
  /// At least `digits` significant digits: 0.120, 12.3, 1234; beyond 0.0001 and a million 1.20e-5 and 1.20e7.
  package static func significant(_ value: Double, digits: Int = 3) -> String {
    precondition(digits >= 1, "a number needs at least one digit, not \(digits)")
    guard value.isFinite else { return notFinite(value) }
    let rounded = DecimalDigits(value).rounded(toDigits: digits)
    if rounded.isZero { return "0" }
    guard plainExponents.contains(rounded.exponent) else { return scientific(rounded, digits: digits) }
    return fixed(value, decimals: max(0, digits - rounded.exponent))
  }

  /// As `significant`, without zeros at the end: for ticks and edges.
  package static func short(_ value: Double, digits: Int = 3) -> String {
    let parts = significant(value, digits: digits).split(separator: "e", omittingEmptySubsequences: false)
    guard value.isFinite, parts[0].contains(".") else { return parts.joined(separator: "e") }
    var mantissa = parts[0]
    while mantissa.last == "0" { mantissa.removeLast() }
    if mantissa.last == "." { mantissa.removeLast() }
    return parts.count == 2 ? "\(mantissa)e\(parts[1])" : String(mantissa)
  }

  /// `decimals` places behind the point; what rounds to zero has no sign.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return notFinite(value) }
    let rounded = DecimalDigits(value).rounded(toDecimals: decimals)
    guard rounded.exponent <= 15 else { return scientific(rounded.rounded(toDigits: 3), digits: 3) }
    return (rounded.isNegative && !rounded.isZero ? "-" : "") + rounded.plain(decimals: decimals)
  }

  /// Several numbers on one scale: the places behind the point are those that show `digits` digits of the largest.
  /// `signed` writes a plus before what is above zero, as a change needs it.
  package static func aligned(_ values: [Double], digits: Int = 3, signed: Bool = false) -> [String] {
    let largest = values.filter(\.isFinite).map(\.magnitude).max() ?? 0
    let rounded = DecimalDigits(largest).rounded(toDigits: digits)
    let decimals = max(0, digits - rounded.exponent)
    return values.map { value in
      var text: String
      if rounded.isZero || plainExponents.contains(rounded.exponent) {
        text = fixed(value, decimals: decimals)
      } else {
        text = significant(value, digits: digits)
      }
      if signed, value > 0, text.contains(where: { ("1"..."9").contains($0) || $0 == "i" }) { text = "+" + text }
      return text
    }
  }

  /// A count with commas between thousands: 2,000,000.
  package static func count(_ value: Int) -> String {
    let digits = Array(value.magnitude.description)
    var text = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// A count in at most four characters up to 999T, rounded down: 987, 1.2k, 12k, 3.4M. For the cells of a map.
  package static func compactCount(_ value: Int) -> String {
    precondition(value >= 0, "a count is not negative: \(value)")
    guard value >= 1000 else { return "\(value)" }
    var whole = value
    var tenths = 0
    var unit = 0
    let units = ["k", "M", "G", "T", "P", "E"]
    while whole >= 1000 {
      tenths = whole % 1000 / 100
      whole /= 1000
      unit += 1
    }
    return whole < 10 ? "\(whole).\(tenths)\(units[unit - 1])" : "\(whole)\(units[unit - 1])"
  }

  /// A share of one as a percentage with one place; what is there but rounds away is `<0.1 %`, never `0.0 %`, and what is
  /// missing likewise `>99.9 %`.
  package static func percent(_ share: Double) -> String {
    guard share.isFinite else { return notFinite(share) }
    if share > 0, share < 0.0005 { return "<0.1 %" }
    if share >= 0.9995, share < 1 { return ">99.9 %" }
    return fixed(share * 100, decimals: 1) + " %"
  }

  /// A probability with three places, as `= 0.008` or `< 0.001`.
  package static func probability(_ value: Double) -> String {
    value < 0.001 ? "< 0.001" : "= " + fixed(value, decimals: 3)
  }

  /// `1 seed`, `5 seeds`.
  package static func plural(_ count: Int, _ noun: String) -> String {
    "\(NumberText.count(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  /// 0.0001 up to just under a million: outside, the number is written with an exponent of ten.
  private static let plainExponents = -3...6

  private static func notFinite(_ value: Double) -> String {
    value.isNaN ? "NaN" : value < 0 ? "-inf" : "inf"
  }

  private static func scientific(_ rounded: DecimalDigits, digits: Int) -> String {
    var mantissa = ""
    for index in 0..<digits {
      if index == 1 { mantissa.append(".") }
      mantissa += rounded.digits.indices.contains(index) ? "\(rounded.digits[index])" : "0"
    }
    return "\(rounded.isNegative ? "-" : "")\(mantissa)e\(rounded.exponent - 1)"
  }
}
