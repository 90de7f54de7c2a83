import Testing

@testable import Instruments

@Suite struct StraightLineTests {
  @Test func itIsSciPys() throws {
    // scipy.stats.linregress
    let line = try #require(StraightLine(through: [2, 0.5, 3, 1, -4, 7, 2.5], at: [1, 2, 4, 7, 11, 16, 22]))
    #expect(abs(line.slope - 0.10164835164835165) < 1e-14 && abs(line.intercept - 0.7994505494505494) < 1e-13)
    #expect(abs(line.explained - 0.05792502327155792) < 1e-13)
    #expect(abs(line.value(at: 10) - 1.8159340659340657) < 1e-13)
  }

  @Test func whatDoesNotVaryIsNotExplained() {
    #expect(StraightLine(through: [2, 2, 2], at: [1, 2, 3])?.explained == 0)
    #expect(StraightLine(through: [1, 2, 3], at: [2, 2, 2]) == nil)
    #expect(StraightLine(through: [1], at: [2]) == nil && StraightLine(through: [], at: []) == nil)
    #expect(
      StraightLine(through: [1, .nan], at: [2, 3]) == nil && StraightLine(through: [1, 2], at: [2, .infinity]) == nil)
  }
}
