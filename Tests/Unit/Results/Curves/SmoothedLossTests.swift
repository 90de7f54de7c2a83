import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct SmoothedLossTests {
  /// Means over two steps: 5, 3, 1.5, 2.5, 1.5, 0.5.
  private let loss = SmoothedLoss([6, 4, 2, 1, 4, -1, 2], window: 2)

  @Test func aLevelIsReachedWhereTheMeanStaysBelowIt() {
    #expect(loss.steps(toStayBelow: 6) == 2)
    #expect(loss.steps(toStayBelow: 4) == 3)
    // Below 2 after four steps, and again above it after five: a miss that is rare and large.
    #expect(loss.steps(toStayBelow: 2) == 6)
    #expect(loss.steps(toStayBelow: 2.5) == 6)
  }

  @Test func whatEndsAboveALevelDoesNotReachIt() {
    #expect(loss.steps(toStayBelow: 0.5) == nil)
    #expect(loss.steps(toStayBelow: 0.51) == 7)
  }

  @Test func tooFewLossesReachNothing() {
    #expect(SmoothedLoss([1], window: 2).steps(toStayBelow: 9) == nil)
    #expect(SmoothedLoss([1, 1, .nan], window: 2).steps(toStayBelow: 9) == nil)
  }
}
