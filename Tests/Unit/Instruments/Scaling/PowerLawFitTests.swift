import Seeds
import Testing

@testable import Instruments

@Suite struct PowerLawFitTests {
  static let x = ComputeFrontier.grid(7e8...2e12, count: 14)

  static func law(_ constant: Double, _ factor: Double, _ exponent: Double) -> [Double] {
    x.map { constant + factor * Elementary.power($0, -exponent) }
  }

  @Test(arguments: [(25.684, 4.2e4, 0.39), (0.5, 3, 0.05), (2, 1e12, 1.3)])
  func theLawThatMadeTheNumbersIsFound(constant: Double, factor: Double, exponent: Double) throws {
    let y = Self.law(constant, factor, exponent)
    let fit = try #require(PowerLawFit(of: y, on: Self.x))
    // The exponent is found to 1e-8 of itself; over the 23 e-folds below x = 7e8 a factor moves by 23 times that.
    #expect(abs(fit.exponent / exponent - 1) < 1e-6 && abs(fit.factor / factor - 1) < 1e-5)
    #expect(abs(fit.constant / constant - 1) < 1e-5)
    #expect(!fit.isAtEdge && !fit.isWithoutConstant)
    #expect(try #require(fit.spread) < 1e-5)
    #expect(zip(Self.x, y).allSatisfy { abs(fit.value(at: $0) / $1 - 1) < 1e-6 })
  }

  @Test func aConstantOfNoneIsOnItsBound() throws {
    // y falls faster than any power law at the end, so that a constant below 0 would fit better.
    let y = Self.law(0, 4e4, 0.4).enumerated().map { $1 - 0.05 * Double($0) / 14 }
    let fit = try #require(PowerLawFit(of: y, on: Self.x))
    #expect(fit.constant == 0 && fit.isWithoutConstant && !fit.isAtEdge && fit.factor > 0)
  }

  @Test func anExponentAtTheEdgeIsSaid() throws {
    #expect(try #require(PowerLawFit(of: Self.law(1, 3, 0.0203), on: Self.x)).isAtEdge)
    #expect(try #require(PowerLawFit(of: Self.law(1, 3, 0.021), on: Self.x)).isAtEdge == false)
    // Steeper than what is looked for, with a constant: the range's end is the best there is.
    let steep = ComputeFrontier.grid(1...30, count: 9)
    let beyond = try #require(PowerLawFit(of: steep.map { 1 + Elementary.power($0, -3) }, on: steep))
    #expect(beyond.isAtEdge && abs(beyond.exponent - 2) < 1e-7)
    // What grows has no falling part.
    #expect(try #require(PowerLawFit(of: steep, on: steep)).isAtEdge)
  }

  @Test func weightsCount() throws {
    // The last point is far off; where it weighs nothing the law is found.
    var y = Self.law(2, 1e4, 0.4)
    y[13] += 5
    var weights = y.map { 1 / $0 }
    weights[13] = 0
    let fit = try #require(PowerLawFit(of: y, on: Self.x, weights: weights))
    #expect(abs(fit.exponent / 0.4 - 1) < 1e-6)
    let plain = try #require(PowerLawFit(of: y, on: Self.x))
    #expect(abs(plain.exponent / 0.4 - 1) > 0.1)
  }

  @Test func aboveAKnownConstantItIsALineOfLogarithms() throws {
    var generator = Seed(root: 5).generator()
    let y = Self.law(25.684, 4.2e4, 0.39).map {
      25.684 + ($0 - 25.684) * Elementary.exponential(0.1 * Draw.normal(using: &generator))
    }
    let fit = try #require(PowerLawFit(of: y, on: Self.x, above: 25.684))
    // The line's slope has a standard error of .1 / sqrt(14) / 2.45, the spread of ln x: .011.
    #expect(abs(fit.exponent - 0.39) < 0.033 && fit.constant == 25.684)
    #expect((0.05...0.16).contains(try #require(fit.spread)))
    #expect(PowerLawFit(of: y, on: Self.x, above: 27) == nil)
    let growing = try #require(PowerLawFit(of: Self.x, on: Self.x, above: 0))
    #expect(abs(growing.exponent + 1) < 1e-12 && growing.isAtEdge)
  }

  @Test func whatHasNoLawHasNone() {
    #expect(PowerLawFit(of: [2, 1], on: [1, 2]) == nil)
    #expect(PowerLawFit(of: [2, 1, 1, 2], on: [1, 2, 2, 1]) == nil)
    #expect(PowerLawFit(of: [], on: []) == nil && PowerLawFit(of: [], on: [], above: 0) == nil)
    for hostile in [Double.nan, .infinity, -.infinity] {
      #expect(PowerLawFit(of: [3, hostile, 2, 1], on: [1, 2, 3, 4]) == nil)
      #expect(PowerLawFit(of: [3, hostile, 2, 1], on: [1, 2, 3, 4], above: 0) == nil)
      #expect(PowerLawFit(of: [3, 2, 1.5, 1], on: [1, hostile, 3, 4]) == nil)
    }
    #expect(
      PowerLawFit(of: [3, 2, 1.5, 1], on: [0, 1, 2, 3]) == nil && PowerLawFit(of: [3, 2, 1], on: [-1, 1, 2]) == nil)
    #expect(PowerLawFit(of: [3, 2, 1], on: [1, 2, 3], above: 1) == nil)
  }
}
