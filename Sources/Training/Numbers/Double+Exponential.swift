extension Double {
  /// e^x, within 2 units in the last place: a power of two times the Taylor series of a number of at most ln 2 / 2. By our own
  /// formula: the platform's may differ in the last bit from one machine to another.
  package static func exponential(_ x: Double) -> Double {
    guard abs(x) < 746 else { return x < 0 ? 0 : x > 0 ? .infinity : .nan }  // e^746 and e^-746 are no doubles
    let power = (x * 1.4426950408889634).rounded()  // by 1 / ln 2
    let rest = (x - power * 0x1.62e42feep-1) - power * 0x1.a39ef35793c76p-33  // ln 2, its first 32 bits alone
    var sum = 1.0
    for factor in stride(from: 17.0, through: 1, by: -1) { sum = 1 + sum * rest / factor }
    return Double(sign: .plus, exponent: Int(power), significand: sum)
  }
}
