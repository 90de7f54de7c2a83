import Seeds
import Testing

@testable import Instruments

@Suite struct DistributionTests {
  @Test func excessKurtosisIsSciPys() {
    // scipy.stats.kurtosis
    #expect(abs(Distribution.excessKurtosis([1, 2, 3, 4, 10, -7, 0.5]) - 0.16803983894893015) < 1e-14)
    // Two values, equally often: 1 - 3.
    #expect(abs(Distribution.excessKurtosis([-2, 4, -2, 4]) + 2) < 1e-14)
    #expect(Distribution.excessKurtosis([]) == 0 && Distribution.excessKurtosis([5, 5]) == 0)
  }

  @Test func thatOfNormalNumbersIsZero() {
    var generator = Seed(root: 1).generator()
    let values = (0..<4737).map { _ in Draw.normal(using: &generator) }
    // Its standard error is sqrt(24 / 4737) = 0.07.
    #expect(abs(Distribution.excessKurtosis(values)) < 0.3)
  }

  @Test func giniIsThatOfPairwiseDifferences() {
    let masses = [3.0, 0, 1, 8, 2.5]
    let differences = masses.flatMap { mass in masses.map { abs(mass - $0) } }.reduce(0, +)
    #expect(abs(Distribution.gini(masses) - differences / (2 * 5 * masses.reduce(0, +))) < 1e-14)
    #expect(abs(Distribution.gini([2, 2, 2])) < 1e-15 && abs(Distribution.gini([0, 0, 0, 1]) - 0.75) < 1e-15)
    #expect(Distribution.gini([]) == 0 && Distribution.gini([0]) == 0)
  }

  @Test func theFewestThatMakeUpAPart() {
    let masses = [1.0, 6, 1, 2]
    #expect(Distribution.countMakingUp(0.6, of: masses) == 1 && Distribution.countMakingUp(0.61, of: masses) == 2)
    #expect(Distribution.countMakingUp(0.9, of: masses) == 3 && Distribution.countMakingUp(1, of: masses) == 4)
    #expect(Distribution.countMakingUp(0, of: masses) == 0 && Distribution.countMakingUp(0.9, of: []) == 0)
  }

  /// `scipy.stats.norm.cdf`.
  @Test(
    arguments: [
      (0.0, 0.5), (1e-08, 0.5000000039894228), (0.1, 0.539827837277029),
      (0.5, 0.6914624612740131), (1.0, 0.8413447460685429), (1.5, 0.9331927987311419),
      (2.0, 0.9772498680518208), (3.0, 0.9986501019683699), (4.0, 0.9999683287581669),
      (5.0, 0.9999997133484281), (6.5, 0.99999999995984), (8.0, 0.9999999999999993),
      (-0.3, 0.3820885778110474), (-1.0, 0.15865525393145707), (-2.5, 0.006209665325776132),
      (-4.0, 3.167124183311986e-05),
    ] as [(Double, Double)])
  func cumulativeIsSciPys(x: Double, wanted: Double) {
    #expect(abs(NormalDistribution.cumulative(x) - wanted) <= 2e-16 + 1e-15 * wanted)
  }

  @Test func cumulativeEndsAtZeroAndOne() {
    #expect(NormalDistribution.cumulative(.infinity) == 1 && NormalDistribution.cumulative(-.infinity) == 0)
    #expect(NormalDistribution.cumulative(40) == 1 && NormalDistribution.cumulative(-40) == 0)
    #expect(NormalDistribution.cumulative(.nan).isNaN)
    let values = stride(from: -9.0, through: 9, by: 1.0 / 64).map(NormalDistribution.cumulative)
    #expect(
      zip(values, values.dropFirst()).allSatisfy { $0 <= $1 + 1e-15 } && values.allSatisfy { (0...1).contains($0) })
  }

  @Test func whatIsNegativeIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = Distribution.gini([1, -1]) }
    await #expect(processExitsWith: .failure) { _ = Distribution.countMakingUp(0.9, of: [-1]) }
  }
}
