import Seeds
import Testing

@testable import Instruments

@Suite struct MatchedComparisonTests {
  typealias Point = MatchedComparison.Point

  /// Five sizes at eight steps; the larger have the lower losses. What size adds is made.
  static func points(effect: Double, noise: Double = 0) -> [Point] {
    var generator = Seed(root: 6).generator()
    return [1209.0, 2600, 4500, 9900, 17121].flatMap { size in
      (0..<8).map { step in
        let loss = 3 * Elementary.power(size / 1000, -0.3) * Elementary.power(Double(step + 1), -0.6)
        let place = Elementary.logarithm(loss)
        let shifted = 0.4 + 0.6 * place - 0.1 * place * place + 0.02 * place * place * place
        let moved = shifted + effect * Elementary.decimalLogarithm(size) + noise * Draw.normal(using: &generator)
        return Point(size: size, loss: loss, shifted: Elementary.exponential(moved))
      }
    }
  }

  @Test(arguments: [0, -0.3, 0.05])
  func whatSizeAddsIsFound(effect: Double) throws {
    let points = Self.points(effect: effect)
    let fit = try #require(MatchedComparison(of: points))
    #expect(abs(fit.sizeEffect - effect) < 1e-12)
    #expect(points.allSatisfy { abs(fit.residual(of: $0)) < 1e-12 })
    // A point off the curve by a factor.
    let off = Point(size: points[9].size, loss: points[9].loss, shifted: 3 * points[9].shifted)
    #expect(abs(fit.residual(of: off) - Elementary.logarithm(3)) < 1e-12)
    // Not matched, size helps whatever it adds.
    let line = try #require(MatchedComparison.unmatched(points.filter { $0.size == 1209 } + points.suffix(8)))
    #expect(line.slope < effect - 0.1)
  }

  @Test func aCurveTooStiffBlamesSize() throws {
    let straight = try #require(MatchedComparison(of: Self.points(effect: 0), degree: 1))
    #expect(abs(straight.sizeEffect) > 0.005)
  }

  @Test func lossToLossIsASlopeOfLogarithms() throws {
    let points = (1...9).map { Point(size: 1, loss: Double($0), shifted: 2 * Elementary.power(Double($0), 0.7)) }
    let line = try #require(MatchedComparison.lossToLoss(points))
    #expect(abs(line.slope - 0.7) < 1e-13 && abs(line.explained - 1) < 1e-13)
  }

  @Test func whatCannotBeMatchedIsNot() {
    let points = Self.points(effect: 0.1)
    #expect(MatchedComparison(of: Array(points.prefix(8))) == nil)  // one size
    #expect(MatchedComparison(of: [points[0], points[9], points[18], points[27]]) == nil)
    #expect(
      MatchedComparison(of: []) == nil && MatchedComparison.unmatched([]) == nil
        && MatchedComparison.lossToLoss([]) == nil)
    for hostile in [0, -1, Double.nan, .infinity] {
      for point in [
        Point(size: hostile, loss: 1, shifted: 1), Point(size: 1, loss: hostile, shifted: 1),
        Point(size: 1, loss: 1, shifted: hostile),
      ] {
        #expect(MatchedComparison(of: points + [point]) == nil)
        #expect(MatchedComparison.unmatched(points + [point]) == nil)
        #expect(MatchedComparison.lossToLoss(points + [point]) == nil)
      }
    }
  }
}
