import Testing

@testable import Reports

@Suite struct ScaleTests {
  private func text(_ mean: Double, _ lower: Double, _ upper: Double, _ scale: Scale) -> String {
    Estimate(mean: mean, interval: Interval(lower, upper), seeds: 5).bareText(as: scale)
  }

  @Test func anIntervalEndsWhereItsMetricDoes() {
    #expect(text(0.252, -0.267, 0.771, .number) == "0.252 [-0.267, 0.771]")
    #expect(text(0.252, -0.267, 0.771, .error) == "0.252 [0.000, 0.771]")
    #expect(text(0.252, -0.267, 0.771, .share) == "25.2 % [0.0, 77.1]")
    #expect(text(0.995, 0.98, 1.01, .share) == "99.5 % [98.0, 100.0]")
    #expect(text(0.995, 0.98, 1.01, .error) == "1.00 [0.98, 1.01]")
    #expect(text(0.5, -.infinity, .infinity, .share) == "50.0 % [0.0, 100.0]")
    #expect(text(0.5, .nan, .infinity, .share) == "50.0 % [NaN, 100.0]")
  }

  /// 10,000 of 10,000 right say that all but one in 2,000 are, and no more.
  @Test func nothingIsRoundedToAllOrToNone() {
    #expect(text(1, 0.99962, 1, .share) == "100.0 % [99.9, 100.0]")
    #expect(text(0.99996, 0.9994, 0.99999, .share) == ">99.9 % [99.9, 100.0]")
    #expect(text(0.9994, 0.998, 1, .share) == "99.9 % [99.8, 100.0]")
    #expect(text(0, 0, 0.0004, .share) == "0.0 % [0.0, 0.1]")
    #expect(text(0.0004, 0.0001, 0.0006, .share) == "<0.1 % [0.0, 0.1]")
    #expect(text(1, 1, 1, .share) == "100.0 % [100.0, 100.0]" && text(0, 0, 0, .share) == "0.0 % [0.0, 0.0]")
  }

  @Test func thresholdsAreWrittenAsWhatIsMeasured() {
    #expect(Requirement.Bound.atLeast(0.95).text(as: .share) == ">= 95 %")
    #expect(Requirement.Bound.atMost(0.029).text(as: .share) == "<= 2.9 %")
    #expect(Requirement.Bound.atMost(0.25).text(as: .error) == "<= 0.250")
    #expect(Requirement.Bound.between(0.5...0.65).text(as: .share) == "in 50...65 %")
  }

  @Test func aChangeOfSharesIsInPoints() {
    let change = Change(mean: -0.05, interval: Interval(-0.08, -0.02), probability: 0.063, detectable: 0.03)
    #expect(change.facts(as: .share) == ["-5.0 [-8.0, -2.0] points, paired, p = 0.063", "detectable >= 3.0"])
    #expect(change.facts(as: .error)[0] == "-0.050 [-0.080, -0.020] paired, p = 0.063")
  }
}
