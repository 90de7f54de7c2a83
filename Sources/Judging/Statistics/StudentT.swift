/// Student's t distribution with a whole number of degrees of freedom.
///
/// For whole degrees of freedom the probability between -t and t is a finite sum (Abramowitz and Stegun, 26.7.3 and
/// 26.7.4), so neither a gamma function nor libm is needed: additions, products, divisions and square roots only, which
/// every machine rounds alike.
package struct StudentT: Hashable, Sendable {
  /// At least 1.
  package let degreesOfFreedom: Int

  package init(degreesOfFreedom: Int) {
    precondition(degreesOfFreedom >= 1, "Student's t needs 1 degree of freedom or more, got \(degreesOfFreedom)")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability that |T| <= |t|, right to about 1e-13. NaN for NaN.
  package func probabilityWithin(_ t: Double) -> Double {
    guard !t.isNaN else { return .nan }
    guard t.isFinite else { return 1 }
    let freedom = Double(degreesOfFreedom)
    let tangent = t.magnitude / freedom.squareRoot()
    let hypotenuse = (1 + tangent * tangent).squareRoot()
    guard hypotenuse.isFinite else { return 1 }
    let cosine = 1 / hypotenuse
    let sine = tangent / hypotenuse
    let isOdd = degreesOfFreedom % 2 == 1
    let sum = sumOfPowers(of: cosine, squared: freedom / (freedom + t * t))
    let within = isOdd ? (Self.arctangent(tangent) + sine * sum) * (2 / Double.pi) : sine * sum
    return min(max(within, 0), 1)
  }

  /// The probability that T <= t.
  package func probabilityBelow(_ t: Double) -> Double {
    let half = probabilityWithin(t) / 2
    return t < 0 ? 0.5 - half : 0.5 + half
  }

  /// The probability that |T| >= |t|: the two-sided p-value. Its absolute error is about 1e-13, so it says nothing of
  /// smaller ones.
  package func twoSidedPValue(_ t: Double) -> Double {
    1 - probabilityWithin(t)
  }

  /// The t with `probability` of the distribution below it.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  package func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "a quantile is asked inside 0...1, got \(probability)")
    if probability < 0.5 { return -quantile(1 - probability) }
    if probability == 0.5 { return 0 }
    var upper = 1.0
    while probabilityBelow(upper) < probability { upper *= 2 }
    var lower = upper == 1 ? 0 : upper / 2
    // Bisected until the two ends are neighbours, so that the answer does not depend on a tolerance.
    while true {
      let middle = lower + (upper - lower) / 2
      if middle <= lower || middle >= upper { return upper }
      if probabilityBelow(middle) < probability { lower = middle } else { upper = middle }
    }
  }

  /// The bracket of 26.7.3 (odd) or 26.7.4 (even): powers of the cosine, each with its ratio to the one before.
  private func sumOfPowers(of cosine: Double, squared: Double) -> Double {
    guard degreesOfFreedom > 1 else { return 0 }
    let isOdd = degreesOfFreedom % 2 == 1
    var term = isOdd ? cosine : 1
    var sum = term
    var power = isOdd ? 3 : 2
    while power <= degreesOfFreedom - 2 {
      term *= squared * Double(power - 1) / Double(power)
      sum += term
      if term < sum * 0x1p-60 { break }
      power += 2
    }
    return sum
  }

  /// The angle of a tangent that is not negative. Three halvings bring it below pi/16, where twelve terms of the series
  /// leave less than one unit in the last place.
  static func arctangent(_ tangent: Double) -> Double {
    if tangent > 1 { return Double.pi / 2 - arctangent(1 / tangent) }
    var small = tangent
    for _ in 0..<3 { small /= 1 + (1 + small * small).squareRoot() }
    let square = small * small
    var sum = 0.0
    for order in stride(from: 25, through: 1, by: -2) {
      sum = 1 / Double(order) - square * sum
    }
    return 8 * small * sum
  }
}
