import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct ClaimTests {
  static func claim(_ metric: Metric, _ requirement: Requirement, isControl: Bool = false) -> Claim {
    Claim(
      subject: "graphs/on-path small-target", stage: "train", split: "on-path", slice: .everything, metric: metric,
      requirement: requirement, isControl: isControl, testName: "Family/onPath", provenance: .goal("Published: 0.102."))
  }

  @Test func requirementsAreMetAtTheThresholdAndNeverByNaN() {
    #expect(Requirement.atMost(0.5).isMet(by: 0.5) && !Requirement.atMost(0.5).isMet(by: 0.5.nextUp))
    #expect(Requirement.atLeast(0.5).isMet(by: 0.5) && !Requirement.atLeast(0.5).isMet(by: 0.5.nextDown))
    #expect(!Requirement.atMost(0.5).isMet(by: .nan) && !Requirement.atLeast(0.5).isMet(by: .nan))
    #expect(Requirement.atMost(0.12).description == "<= 0.12" && Requirement.atLeast(0.9).description == ">= 0.9")
  }

  @Test func theJudgedBoundIsTheHardOne() {
    let interval = Interval(estimate: 2, lower: 1, upper: 3, count: 5)
    #expect(Self.claim(.squaredError, .atMost(1)).judgedBound(of: interval) == 3)
    #expect(Self.claim(.roundedAccuracy, .atLeast(1)).judgedBound(of: interval) == 1)
    #expect(Self.claim(.squaredError, .atMost(1), isControl: true).judgedBound(of: interval) == 1)
    #expect(Self.claim(.roundedAccuracy, .atLeast(1), isControl: true).judgedBound(of: interval) == 3)
  }

  @Test func aRequirementForWorseScoresIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = ClaimTests.claim(.squaredError, .atLeast(1)) }
    await #expect(processExitsWith: .failure) { _ = ClaimTests.claim(.roundedAccuracy, .atMost(1)) }
    await #expect(processExitsWith: .failure) { _ = ClaimTests.claim(.squaredError, .atMost(.nan)) }
  }

  @Test func aThresholdWithoutProvenanceIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) {
      _ = Claim(
        subject: "s", stage: "train", split: "p", slice: .everything, metric: .squaredError, requirement: .atMost(1),
        isControl: false,
        testName: "t", provenance: .goal(" "))
    }
  }
}
