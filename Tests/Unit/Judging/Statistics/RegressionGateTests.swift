import Testing

@testable import Bench
@testable import Judging
@testable import Training

@Suite struct RegressionGateTests {
  func gate(_ accepted: [Double], _ new: [Double], _ smallest: Double = 0.01) -> RegressionGate {
    RegressionGate(accepted: accepted, new: new, smallestEffect: smallest)
  }

  @Test func whatDoesNotVaryIsFoundBeyondTheSmallestEffectAlone() {
    let one = [1.0, 1, 1, 1, 1]
    #expect(gate(one, one.map { $0 - 0.02 }).trend == .fell && gate(one, one.map { $0 + 0.02 }).trend == .grew)
    #expect(gate(one, one.map { $0 - 0.005 }).trend == nil && gate(one, one).trend == nil)
    #expect(gate(one, one).detectable == 0.01)
  }

  @Test func aConsistentShiftThatDoesNotMatterIsNone() {
    let accepted = [1.1e-4, 1.2e-4, 1.3e-4, 1.25e-4, 1.15e-4]
    #expect(gate(accepted, accepted.map { $0 * 3 }, 0.002).trend == nil)
    #expect(gate(accepted, accepted.map { $0 + 0.01 }, 0.002).trend == .grew)
  }

  @Test func noiseIsNone() {
    // Student's t of two samples is 2.5 here: a single test at 0.05 would say worse.
    #expect(gate([0.1, 0.12, 0.11, 0.13, 0.09], [0.13, 0.14, 0.12, 0.15, 0.12]).trend == nil)
  }

  @Test func tooFewOrNotFiniteScoresConcludeNothing() {
    #expect(gate([1], [9]).trend == nil && gate([1], [9]).detectable == .infinity)
    #expect(gate([1, 2], [.nan, 2]).trend == nil && gate([], []).trend == nil)
  }

  @Test(arguments: Profile.allCases)
  func noSuiteHasMoreComparisonsThanAreCountedOn(profile: Profile) {
    let compared = Experiment.suite(profile).flatMap(\.claims).count { !$0.isControl && $0.requirement.hasDirection }
    #expect(compared <= RegressionGate.comparisons)
  }

  // MARK: A change of bits and nothing else

  /// A claim that varies, as errors, shares and uneven replicates do.
  private static func draw(_ claim: Int, _ generator: inout SplitMix) -> [Double] {
    (0..<5).map { _ in
      let normal = (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &generator) }
      return switch claim % 4 {
      case 0: 0.2 + 0.05 * normal
      case 1: min(1, 0.97 + 0.03 * normal)
      case 2: Double.random(in: 0..<1, using: &generator) < 0.2 ? 0.5 : 1
      default: 0.1 * (1 + normal * normal)
      }
    }
  }

  /// False regressions a suite, over 1,000 suites, after so many changes whose improvements were all accepted.
  private func falseRegressions(claims: Int, after changes: Int, _ smallest: Double) -> Double {
    var generator = SplitMix(5)
    var regressions = 0
    for _ in 0..<1_000 {
      for claim in 0..<claims {
        let worse: PairedComparison.Trend = claim % 4 == 1 || claim % 4 == 2 ? .fell : .grew
        var accepted = Self.draw(claim, &generator)
        for _ in 0..<changes {
          let next = Self.draw(claim, &generator)
          if let trend = gate(accepted, next, smallest).trend, trend != worse { accepted = next }
        }
        if gate(accepted, Self.draw(claim, &generator), smallest).trend == worse { regressions += 1 }
      }
    }
    return Double(regressions) / 1_000
  }

  @Test func aThousandSuitesHaveFewerThanFiftyFalseRegressions() {
    // Every claim varies, and any worsening would matter: worse than any suite there is.
    let found = falseRegressions(claims: RegressionGate.comparisons, after: 0, .leastNonzeroMagnitude)
    #expect(0 < found && found <= RegressionGate.falseAlarms)
  }

  /// Half of the claims of the suite do not vary at all.
  @Test func acceptingEveryImprovementOfTenChangesDoesNotRatchetItUp() {
    #expect(falseRegressions(claims: 60, after: 10, 0.005) <= RegressionGate.falseAlarms)
  }

  @Test func whatIsCalledDetectableIsFoundFourTimesOfFive() {
    var generator = SplitMix(9)
    let accepted = (0..<2_000).map { _ in Self.draw(0, &generator) }
    // The spread is known here, so that what is asked is the approximation and not one sample's luck.
    let squares = accepted.map { values in values.reduce(0) { $0 + ($1 - values.mean) * ($1 - values.mean) } }
    let spread = (squares.mean / 4).squareRoot()
    let errors = RegressionGate.detectable(StudentT(degreesOfFreedom: 8))
    let worsening = 0.01 + errors * spread * (0.4).squareRoot()
    let found = accepted.count { gate($0, Self.draw(0, &generator).map { $0 + worsening }).trend == .grew }
    // Of 2,000 the share found strays by 0.009 (one sigma); the approximation by as much.
    #expect((Double(found) / 2_000 - 0.8).magnitude < 0.04)
  }
}
