extension Double {
  /// e^x for x up to 700, and 0 below -700: a power of two times the Taylor series of a number of at most ln 2 / 2. By our
  /// own formula: the platform's may differ in the last bit from one machine to another. Error below 1e-15 of it.
  package static func exponential(_ x: Double) -> Double {
    if x < -700 { return 0 }
    let power = (x * 1.4426950408889634).rounded()  // by 1 / ln 2
    let rest = (x - power * 0x1.62e42feep-1) - power * 0x1.a39ef35793c76p-33  // ln 2, its first 32 bits alone
    var sum = 1.0
    for factor in stride(from: 17.0, through: 1, by: -1) { sum = 1 + sum * rest / factor }
    return sum.isNaN ? .nan : Double(sign: .plus, exponent: Int(power), significand: sum)
  }
}
