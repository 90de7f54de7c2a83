import Data
import Testing

@Suite struct SizeCurriculumTests {
  /// The weight after t batches is 100 (1 - 0.99^t), which exceeds 50 first at t = 69.
  @Test func aSizeTakesAtLeast69Batches() {
    var progress = SizeCurriculum.Progress(.published)
    #expect(progress.size == 8)
    for size in 9...11 {
      for _ in 0..<68 { progress.record(agreement: 1) }
      #expect(progress.size == size - 1)
      progress.record(agreement: 1)
      #expect(progress.size == size && progress.weight == 0 && progress.sum == 0)
    }
  }

  @Test func agreementMustBeAboveTheThreshold() {
    // Exact in binary, so that rounding does not decide: after 20 batches the sums have 44 digits.
    let curriculum = SizeCurriculum(sizes: 8...12, threshold: 0.75, horizon: 4, leastWeight: 2)
    var below = SizeCurriculum.Progress(curriculum)
    for _ in 0..<20 { below.record(agreement: 0.75) }
    #expect(below.size == 8)
    for _ in 0..<8 { below.record(agreement: 0.8125) }
    #expect(below.size > 8)
  }

  @Test func itEndsAtTheLargestSize() {
    var progress = SizeCurriculum.Progress(SizeCurriculum(sizes: 5...7, threshold: 0.5, horizon: 1, leastWeight: 0))
    var sizes: [Int] = []
    for _ in 0..<5 {
      progress.record(agreement: 1)
      sizes.append(progress.size)
    }
    #expect(sizes == [6, 7, 7, 7, 7])
  }

  @Test func notKnowingIsNoAgreement() {
    let answers: [PowerAnswer] = [.unknown, .element(1), .element(2), .element(3)]
    let targets: [PowerAnswer] = [.unknown, .element(1), .element(3), .unknown]
    #expect(SizeCurriculum.agreement(of: answers, with: targets) == 0.25)
  }

  @Test func impossibleCurriculaStopTheProgram() async {
    await #expect(processExitsWith: .failure) {
      _ = SizeCurriculum(sizes: 8...65, threshold: 0.85, horizon: 100, leastWeight: 50)
    }
    await #expect(processExitsWith: .failure) {
      _ = SizeCurriculum(sizes: 8...64, threshold: 0.85, horizon: 100, leastWeight: 100)
    }
    await #expect(processExitsWith: .failure) { _ = SizeCurriculum.agreement(of: [], with: []) }
  }
}
