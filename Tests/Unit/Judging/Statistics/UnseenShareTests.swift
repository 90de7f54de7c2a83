import Testing

@testable import Bench
@testable import Judging
@testable import Storage

@Suite struct UnseenShareTests {
  @Test func theBoundIsSciPys() throws {
    for row in try StatisticsFixture.cases("unseen_shares") {
      let unseen = UnseenShare(seen: Int(try row.number("seen")), of: Int(try row.number("count")))
      #expect(agree(unseen.upper, try row.number("upper"), within: 1e-9), "\(unseen)")
    }
  }

  @Test func whereAllAreBadAllMayBe() { #expect(UnseenShare(seen: 5, of: 5).upper == 1) }

  @Test func fiveGoodOnesAllowAlmostHalfToBeBad() {
    #expect((UnseenShare(seen: 0, of: 5).upper - 0.4507).magnitude < 1e-4)
  }

  /// Whatever share is bad, the bound is above it 19 times of 20.
  @Test(arguments: [0.05, 0.2, 0.4, 0.6])
  func itHoldsTheTruth(share: Double) {
    var generator = SplitMix(3)
    let held = (0..<2_000).count { _ in
      let seen = (0..<5).count { _ in Double.random(in: 0..<1, using: &generator) < share }
      return UnseenShare(seen: seen, of: 5).upper >= share
    }
    #expect(Double(held) / 2_000 > 0.935)
  }

  @Test func moreThanThereAreIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = UnseenShare(seen: 2, of: 1) }
    await #expect(processExitsWith: .failure) { _ = UnseenShare(seen: 0, of: 0) }
  }
}
