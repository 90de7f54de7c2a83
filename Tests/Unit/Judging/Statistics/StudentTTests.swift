import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct StudentTTests {
  // SciPy itself is right to about 1e-13 here; the sum loses as much again over its 10,000 terms at most.
  let tolerance = 1e-11

  @Test func quantilesAreSciPys() throws {
    for row in try StatisticsFixture.cases("student_t", "quantiles") {
      let student = StudentT(degreesOfFreedom: Int(try row.number("freedom")))
      let (probability, expected) = (try row.number("probability"), try row.number("quantile"))
      let found = student.quantile(probability)
      #expect(agree(found, expected, within: tolerance), "\(student) \(probability): \(found), not \(expected)")
    }
  }

  @Test func probabilitiesAreSciPys() throws {
    for row in try StatisticsFixture.cases("student_t", "probabilities") {
      let student = StudentT(degreesOfFreedom: Int(try row.number("freedom")))
      let (t, expected) = (try row.number("t"), try row.number("within"))
      let found = student.probabilityWithin(t)
      #expect((found - expected).magnitude <= tolerance, "\(student) \(t): \(found), not \(expected)")
      #expect(agree(student.probabilityBelow(-t), (1 - found) / 2, within: tolerance, scale: 1))
    }
  }

  @Test func oneDegreeOfFreedomIsTheCauchyDistribution() {
    let cauchy = StudentT(degreesOfFreedom: 1)
    #expect(agree(cauchy.probabilityWithin(1), 0.5, within: 1e-15))
    #expect(agree(cauchy.quantile(0.75), 1, within: 1e-14))
  }

  @Test func theFarEndsStayProbabilities() {
    for freedom in [1, 2, 3, 50] {
      let student = StudentT(degreesOfFreedom: freedom)
      #expect(student.probabilityWithin(.infinity) == 1)
      #expect(student.probabilityWithin(1e300) == 1)
      #expect(student.probabilityWithin(0) == 0)
      #expect(student.probabilityWithin(.nan).isNaN)
      #expect((0...1).contains(student.twoSidedPValue(1e9)))
      #expect(student.quantile(0.5) == 0)
    }
  }

  @Test func theArctangentIsRightToTwoUnits() {
    // Known angles: tan(pi/4), tan(pi/3), tan(pi/6), tan(pi/8).
    let known: [(Double, Double)] = [
      (1, .pi / 4), (3.0.squareRoot(), .pi / 3), (1 / 3.0.squareRoot(), .pi / 6), (2.0.squareRoot() - 1, .pi / 8),
      (0, 0),
    ]
    for (tangent, angle) in known {
      #expect(agree(StudentT.arctangent(tangent), angle, within: 4 * .ulpOfOne))
    }
  }

  @Test func noDegreeOfFreedomIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = StudentT(degreesOfFreedom: 0) }
    await #expect(processExitsWith: .failure) { _ = StudentT(degreesOfFreedom: 3).quantile(1) }
  }
}
