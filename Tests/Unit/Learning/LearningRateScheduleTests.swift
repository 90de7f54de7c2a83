import Foundation
import Testing

@testable import Learning

@Suite struct LearningRateScheduleTests {
  @Test func theCosineIsTheCosine() {
    for step in 0...1000 {
      let x = Double(step) / 1000
      #expect(abs(LearningRateSchedule.cosineOfHalfTurns(x) - cos(Double.pi * x)) < 1e-15)
    }
  }

  @Test func warmupRisesToThePeakAndTheCosineEndsAtTheEnd() {
    let schedule = LearningRateSchedule.warmupCosine(peak: 8, warmup: 4, end: 2)
    let rates = (0..<104).map { schedule.rate(at: $0, of: 104) }
    #expect(rates.prefix(4) == [2, 4, 6, 8])
    #expect(rates[4] == 8)
    #expect(zip(rates.dropFirst(4), rates.dropFirst(5)).allSatisfy { $0 > $1 })
    #expect(abs(rates[54] - 5) < 1e-12)
    #expect(rates[103] > 2 && rates[103] < 2.01)
  }

  /// It is not there at the last step, but would be one step later.
  @Test(arguments: [1, 2, 3, 100, 4567], [0, 4])
  func theLastRateIsWhatTheDocumentationSays(_ falling: Int, _ warmup: Int) {
    let schedule = LearningRateSchedule.warmupCosine(peak: 8, warmup: warmup, end: 2)
    let total = warmup + falling
    let sine = sin(Double.pi / Double(2 * falling))
    #expect(abs(schedule.rate(at: total - 1, of: total) - (2 + 6 * sine * sine)) < 1e-14)
    #expect(schedule.rate(at: warmup, of: total) == 8)
    if warmup > 0 { #expect(schedule.rate(at: warmup - 1, of: total) == 8) }
    // Of the warm-up alone nothing falls.
    if warmup > 0 { #expect(schedule.rate(at: warmup - 1, of: warmup) == 8) }
  }

  @Test func aDropHappensAfterItsSteps() {
    let schedule = LearningRateSchedule.drop(from: 5e-4, after: 2, to: 1e-4)
    #expect((0..<4).map { schedule.rate(at: $0, of: 4) } == [5e-4, 5e-4, 1e-4, 1e-4])
  }

  @Test func powersAreExactWhereTheyCanBe() {
    #expect(Optimizer.power(0.5, 10) == 1.0 / 1024)
    #expect(Optimizer.power(0.9, 0) == 1)
    // Squaring doubles the relative error so far: 1000 units of rounding at the most.
    #expect(abs(Optimizer.power(0.999, 1000) - pow(0.999, 1000)) < 1000 * 0x1p-53)
  }
}
