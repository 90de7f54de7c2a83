import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct PairedComparisonTests {
  func scores(_ values: [Double]) -> [SeedScore] {
    values.enumerated().map { SeedScore(seed: $0.offset, score: $0.element) }
  }

  @Test func pValuesAreSciPys() throws {
    for row in try StatisticsFixture.cases("paired") {
      let comparison = PairedComparison(
        base: scores(try row.numbers("base")), head: scores(try row.numbers("head")))
      #expect(agree(comparison.studentPValue, try row.number("student"), within: 1e-11, scale: 1))
      #expect(comparison.signFlipPValue == (try row.number("signFlip")), "\(row["name"]!.value)")
    }
  }

  @Test func theDetectableEffectIsCloseToTheExactOne() throws {
    for row in try StatisticsFixture.cases("paired") {
      let base = scores(try row.numbers("base"))
      let found = PairedComparison(base: base, head: scores(try row.numbers("head"))).minimumDetectableEffect
      let exact = try row.number("minimumDetectableEffect")
      // The approximation errs to the small side: by 14 % for two pairs, by less than 2 % from five on.
      #expect(agree(found, exact, within: base.count >= 5 ? 0.02 : 0.15), "\(row["name"]!.value): \(found), \(exact)")
    }
  }

  @Test func itPairsBySeedAndNotByPlace() {
    let base = [SeedScore(seed: 7, score: 1), SeedScore(seed: 3, score: 2), SeedScore(seed: 1, score: 10)]
    let head = [SeedScore(seed: 3, score: 2.5), SeedScore(seed: 9, score: 0), SeedScore(seed: 7, score: 0.75)]
    let comparison = PairedComparison(base: base, head: head)
    #expect(comparison.seeds == [3, 7])
    #expect(comparison.unpairedSeeds == [1, 9])
    #expect(comparison.differences == [0.5, -0.25])
    #expect(comparison.interval.estimate == 0.125)
  }

  @Test func runsWithTheSameBitsDoNotDiffer() {
    let comparison = PairedComparison(base: scores([0.5, 0.25, 0.125]), head: scores([0.5, 0.25, 0.125]))
    #expect(comparison.studentPValue == 1 && comparison.signFlipPValue == 1)
    #expect(comparison.interval.lower == 0 && comparison.interval.upper == 0)
    #expect(comparison.minimumDetectableEffect == 0)
  }

  @Test func aConstantShiftIsCertain() {
    let comparison = PairedComparison(base: scores([1, 2, 3]), head: scores([1.5, 2.5, 3.5]))
    #expect(comparison.studentPValue == 0 && comparison.signFlipPValue == 0.25)
  }

  @Test func aTrendIsAWholeIntervalOnOneSide() {
    func trend(_ head: [Double]) -> PairedComparison.Trend? {
      PairedComparison(base: scores([1, 2, 3]), head: scores(head)).trend
    }
    #expect(trend([1.5, 2.5, 3.6]) == .grew && trend([0.5, 1.5, 2.4]) == .fell)
    #expect(trend([1.5, 2.5, 2]) == nil && trend([1, 2, 3]) == nil && trend([1.5, .nan, 3.5]) == nil)
    #expect(PairedComparison(base: scores([1]), head: scores([2])).trend == nil)
  }

  @Test func oneOrNoPairConcludesNothing() {
    let one = PairedComparison(base: scores([1]), head: scores([2]))
    #expect(one.studentPValue.isNaN && one.signFlipPValue == 1)
    #expect(one.minimumDetectableEffect == .infinity && one.interval.upper == .infinity)
    let none = PairedComparison(base: scores([1]), head: [])
    #expect(none.interval.isUndefined && none.studentPValue.isNaN && none.unpairedSeeds == [0])
    #expect(none.signFlipPValue?.isNaN == true && none.minimumDetectableEffect.isNaN)
  }

  @Test func aDivergedScoreConcludesNothing() {
    let comparison = PairedComparison(base: scores([1, 2]), head: scores([1, .nan]))
    #expect(comparison.interval.isUndefined && comparison.studentPValue.isNaN)
    #expect(comparison.signFlipPValue?.isNaN == true)
  }

  @Test func signsAreFlippedUpToSixteenPairs() {
    let sixteen = PairedComparison(base: scores((0..<16).map { _ in 0 }), head: scores((0..<16).map { _ in 1 }))
    #expect(sixteen.signFlipPValue == 0x1p-15)
    let seventeen = PairedComparison(base: scores((0..<17).map { _ in 0 }), head: scores((0..<17).map { _ in 1 }))
    #expect(seventeen.signFlipPValue == nil)
  }

  @Test func tiesThatRoundingSplitsStillCount() {
    // 0.1 + 0.2 - 0.3 and its reorderings differ by one unit in the last place.
    let comparison = PairedComparison(base: scores([0, 0, 0]), head: scores([0.1, 0.2, -0.3]))
    #expect(comparison.signFlipPValue == 1)
  }

  @Test func aSeedThatIsThereTwiceIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) {
      let twice = [SeedScore(seed: 1, score: 0), SeedScore(seed: 1, score: 1)]
      _ = PairedComparison(base: twice, head: [])
    }
  }
}
