import Testing

@testable import Instruments

@Suite struct LeastSquaresTests {
  static let ones = Array(repeating: 1.0, count: 7)
  static let x = [1.0, 2, 4, 7, 11, 16, 22]
  static let z = [3.0, -1, 4, -1, 5, -9, 2]
  static let numbers = [2.0, 0.5, 3, 1, -4, 7, 2.5]

  @Test func whatTheColumnsMakeIsFound() throws {
    let made = zip(Self.x, Self.z).map { 3 - 2 * $0 + 0.5 * $1 }
    let fit = try #require(LeastSquares(of: made, on: [Self.ones, Self.x, Self.z]))
    for (found, wanted) in zip(fit.coefficients, [3, -2, 0.5]) { #expect(abs(found - wanted) < 1e-13) }
    #expect(fit.residuals.allSatisfy { abs($0) < 1e-13 } && fit.squares < 1e-25)
  }

  /// `numpy.linalg.lstsq` on the same columns, and with each row times its weight.
  @Test(
    arguments: [
      (nil, [1.7451707788216704, 0.01952698719315631, -0.4821318816401793], 32.075426790261275),
      ([1, 2, 3, 1, 0, 0.5, 1], [1.2894060146460162, 0.09200595735816194, 0.24061296557231424], 15.868366869392371),
    ] as [([Double]?, [Double], Double)])
  func itIsNumPys(weights: [Double]?, coefficients: [Double], squares: Double) throws {
    let fit = try #require(LeastSquares(of: Self.numbers, on: [Self.ones, Self.x, Self.z], weights: weights))
    for (found, wanted) in zip(fit.coefficients, coefficients) { #expect(abs(found - wanted) < 1e-13) }
    #expect(abs(fit.squares - squares) < 1e-12)
    let left = (0..<7).map {
      Self.numbers[$0] - fit.coefficients[0] - fit.coefficients[1] * Self.x[$0] - fit.coefficients[2] * Self.z[$0]
    }
    #expect(zip(left, fit.residuals).allSatisfy { abs($0 - $1) < 1e-13 })
  }

  /// A line through points of ten scales, where normal equations lose every digit.
  @Test func scalesMayDiffer() throws {
    let far = Self.x.map { 1e9 + $0 }
    let fit = try #require(LeastSquares(of: far.map { 1e-6 * $0 - 3 }, on: [Self.ones, far]))
    // Condition 1e8 times the rounding of the numbers, 1000 * 1e-16.
    #expect(abs(fit.coefficients[1] - 1e-6) < 1e-12 && abs(fit.coefficients[0] + 3) < 1e-3)
  }

  @Test func ofNoColumnsAllIsLeft() throws {
    let fit = try #require(LeastSquares(of: [3, -4], on: []))
    #expect(fit.coefficients.isEmpty && fit.residuals == [3, -4] && fit.squares == 25)
    #expect(LeastSquares(of: [], on: [])?.squares == 0)
  }

  @Test func asManyNumbersAsColumnsAreMet() throws {
    let fit = try #require(LeastSquares(of: [5, 1], on: [[1, 1], [1, -1]]))
    #expect(abs(fit.coefficients[0] - 3) < 1e-15 && abs(fit.coefficients[1] - 2) < 1e-15 && fit.squares < 1e-30)
  }

  @Test func whatHasNoOneAnswerHasNone() {
    let columns = [Self.ones, Self.x]
    #expect(LeastSquares(of: [1], on: [[1], [2]]) == nil)
    #expect(LeastSquares(of: Self.numbers, on: columns + [zip(Self.ones, Self.x).map(+)]) == nil)
    #expect(LeastSquares(of: Self.numbers, on: columns + [Array(repeating: 0, count: 7)]) == nil)
    #expect(LeastSquares(of: Self.numbers, on: columns, weights: [0, 0, 0, 2, 0, 0, 0]) == nil)
    for hostile in [Double.nan, .infinity, -.infinity, 1e200] {
      var broken = Self.numbers
      broken[3] = hostile
      #expect(LeastSquares(of: broken, on: columns) == nil && LeastSquares(of: broken, on: []) == nil)
      #expect(LeastSquares(of: Self.numbers, on: [Self.ones, broken]) == nil)
      #expect(LeastSquares(of: Self.numbers, on: columns, weights: broken) == nil)
    }
  }

  @Test func columnsOfOtherLengthsAreTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = LeastSquares(of: [1, 2], on: [[1]]) }
    await #expect(processExitsWith: .failure) { _ = LeastSquares(of: [1, 2], on: [[1, 2]], weights: [1]) }
  }
}
