import Testing

@testable import Instruments

@Suite struct LinearFitTests {
  let x = [1.0, 2, 4, 7, 11, 16, 22]
  let z = [3.0, -1, 4, -1, 5, -9, 2]

  @Test func whatTheColumnsMakeIsExplained() {
    let numbers = zip(x, z).map { 3 - 2 * $0 + 0.5 * $1 }
    #expect(abs(LinearFit.explainedPart(of: numbers, by: [x, z]) - 1) < 1e-12)
    // A column that says what others say, and one that says nothing, change nothing.
    let twice = zip(x, z).map(+)
    #expect(abs(LinearFit.explainedPart(of: numbers, by: [x, z, twice, x, Array(repeating: 4, count: 7)]) - 1) < 1e-12)
    #expect(LinearFit.explainedPart(of: numbers, by: []) == 0)
    #expect(LinearFit.explainedPart(of: Array(repeating: 2, count: 7), by: [x]) == 0)
  }

  /// Of one column it is r squared.
  @Test func ofOneColumnItIsTheCorrelation() {
    let r = LinearFit.correlation(x, z)
    #expect(abs(r - Self.numpy) < 1e-8)
    #expect(abs(LinearFit.explainedPart(of: z, by: [x]) - r * r) < 1e-12)
    #expect(abs(LinearFit.correlation(x, x.map { -3 * $0 }) + 1) < 1e-15)
    #expect(LinearFit.correlation(x, Array(repeating: 1, count: 7)) == 0)
  }

  /// numpy.corrcoef(x, z)[0, 1]
  static let numpy = -0.27895118781282546
}
