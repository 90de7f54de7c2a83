import Seeds
import Testing

@testable import Instruments

@Suite struct NonNegativeLeastSquaresTests {
  static let columns = [[1.0, 1, 1, 1, 1], [1.0, 2, 3, 4, 5], [4.0, 1, 0, 1, 4]]
  static let ones = columns[0]

  @Test func whatNothingBoundsIsThePlainAnswer() throws {
    let numbers = [4.6, 4.1, 4.8, 5.9, 8.2]
    let plain = try #require(LeastSquares(of: numbers, on: Self.columns))
    let fit = try #require(NonNegativeLeastSquares(of: numbers, on: Self.columns, weights: Self.ones))
    #expect(plain.coefficients.allSatisfy { $0 > 0 })
    #expect(zip(fit.coefficients, plain.coefficients).allSatisfy { abs($0 - $1) < 1e-13 })
    #expect(abs(fit.squares - plain.squares) < 1e-13)
  }

  /// The conditions of an optimum, on problems that bound every set of columns: a factor above 0 has no slope left, one of 0 has
  /// none that would lower the sum by rising.
  @Test func noChangeOfAFactorIsBetter() throws {
    var generator = Seed(root: 9).generator()
    var bounded: Set<[Bool]> = []
    for _ in 0..<200 {
      let numbers = (0..<5).map { _ in Draw.normal(using: &generator) * 3 }
      let weights = (0..<5).map { _ in 0.5 + Draw.unit(using: &generator) }
      let fit = try #require(NonNegativeLeastSquares(of: numbers, on: Self.columns, weights: weights))
      bounded.insert(fit.coefficients.map { $0 == 0 })
      for (factor, column) in zip(fit.coefficients, Self.columns) {
        let slope = (0..<5).reduce(0.0) { sum, row in
          let said = (0..<3).reduce(0) { $0 + fit.coefficients[$1] * Self.columns[$1][row] }
          return sum + weights[row] * weights[row] * column[row] * (numbers[row] - said)
        }
        #expect(factor > 0 ? abs(slope) < 1e-11 : factor == 0 && slope < 1e-11)
      }
    }
    #expect(bounded.count >= 7)
  }

  @Test func columnsThatSayTheSameAreNoObstacle() throws {
    let fit = try #require(
      NonNegativeLeastSquares(
        of: Self.columns[1], on: [Self.ones, Self.columns[1], Self.columns[1]], weights: Self.ones))
    #expect(fit.squares < 1e-25 && fit.coefficients.dropFirst().reduce(0, +) - 1 < 1e-13)
  }

  @Test func whatIsNotFiniteHasNone() {
    for hostile in [Double.nan, .infinity] {
      #expect(NonNegativeLeastSquares(of: [1, hostile, 2, 3, 4], on: Self.columns, weights: Self.ones) == nil)
    }
    #expect(NonNegativeLeastSquares(of: [], on: [[], []], weights: [])?.coefficients == [0, 0])
  }
}
