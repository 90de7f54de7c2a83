import Testing

@testable import Judging

/// Replicates that chose a threshold may not judge it.
@Suite struct ProvenanceRefusalTests {
  private func verdict(_ provenance: Claim.Provenance, isControl: Bool = false) -> Verdict {
    let claim = Claim(
      subject: "s", stage: "train", split: "p", slice: .everything, metric: .squaredError,
      requirement: .atMost(isControl ? 0.01 : 1), isControl: isControl, testName: "t", provenance: provenance)
    let scores = (0..<5).map { SeedScore(seed: $0, score: 0.5 + 0.01 * Double($0)) }
    return Verdict(judging: claim, replicates: 5, scores: scores, emptySeeds: [], trivialScores: [])
  }

  @Test func anOverlapIsRefusedThoughTheThresholdIsMet() {
    #expect(verdict(.replicates(0...4, "p")).reasons == [.choseTheirThreshold([0, 1, 2, 3, 4])])
    #expect(verdict(.replicates(4...9, "p")).reasons == [.choseTheirThreshold([4])])
    #expect(verdict(.replicates(0...4, "p"), isControl: true).reasons == [.choseTheirThreshold([0, 1, 2, 3, 4])])
  }

  @Test(arguments: [
    Claim.Provenance.replicates(5...9, "p"), .theory("p"), .paper("p"), .floor("p"), .goal("p"), .pilot("p"),
  ])
  func whatChoseNothingJudges(provenance: Claim.Provenance) {
    #expect(verdict(provenance).isPassed && !provenance.isDebt)
  }

  @Test func aDebtIsJudgedAndSaysWhatItIs() {
    let debt = Claim.Provenance.judged(0...4, "Read off.")
    #expect(verdict(debt).isPassed && debt.isDebt)
    #expect(debt.description == "CHOSEN AFTER LOOKING at replicates 0...4, which it is judged by: Read off.")
    #expect(Claim.Provenance.replicates(5...9, "Mean.").description == "replicates 5...9, which judge nothing: Mean.")
  }

  @Test func aThresholdFromNowhereIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = Claim.Provenance.theory(" ") }
  }

  @Test func onlyAControlMissesByDefinition() async {
    await #expect(processExitsWith: .failure) {
      _ = Claim(
        subject: "s", stage: "train", split: "p", slice: .everything, metric: .squaredError, requirement: .atMost(1),
        isControl: false, testName: "t", provenance: .goal("p")
      ).byDefinition("why")
    }
  }

  @Test func theSmallestEffectFollowsFromTheThresholdOrIsDeclared() async {
    #expect(Requirement.atMost(0.25).smallestEffect(.squaredError) == 0.025)
    #expect(Requirement.atLeast(0.5).smallestEffect(.exactMatch) == 0.02)
    #expect((Requirement.atLeast(0.95).smallestEffect(.exactMatch) - 0.01).magnitude < 1e-12)
    #expect(Requirement.atLeast(1).smallestEffect(.exactMatch) == 0.001)
    await #expect(processExitsWith: .failure) {
      _ = Claim(
        subject: "s", stage: "train", split: "p", slice: .everything, metric: .squaredError, requirement: .atMost(0),
        isControl: false, testName: "t", provenance: .goal("p"))
    }
  }
}
