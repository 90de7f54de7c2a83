import Foundation
import Seeds
import Testing

@testable import Instruments

/// Against the platform's functions, whose own error is below one unit in the last place.
@Suite struct ElementaryFunctionTests {
  @Test func logarithmsAreThePlatforms() {
    for x in Self.sizes {
      #expect(abs(Elementary.logarithm(x) - log(x)) <= 3 * log(x).ulp, "\(x)")
      #expect(abs(Elementary.decimalLogarithm(x) - log10(x)) <= 4 * log10(x).ulp, "\(x)")
    }
    #expect(Elementary.logarithm(1) == 0)
  }

  @Test func exponentialsAreThePlatforms() {
    for x in Self.exponents { #expect(abs(Elementary.exponential(x) - exp(x)) <= 3 * exp(x).ulp, "\(x)") }
    #expect(Elementary.exponential(0) == 1)
    #expect(Elementary.exponential(-.infinity) == 0 && Elementary.exponential(.infinity) == .infinity)
    #expect(Elementary.exponential(-1e300) == 0 && Elementary.exponential(710) == .infinity)
    #expect(Elementary.exponential(.nan).isNaN)
  }

  @Test func powersAreThePlatforms() {
    for (x, y) in zip(Self.sizes, Self.exponents.map { $0 / 350 }) where pow(x, y).isNormal {
      #expect(abs(Elementary.power(x, y) / pow(x, y) - 1) <= 4e-16 * (1 + abs(y * log(x))), "\(x)^\(y)")
    }
    #expect(Elementary.power(7, 0) == 1 && Elementary.power(1, 0.3) == 1)
  }

  @Test func whatHasNoLogarithmIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = Elementary.logarithm(0) }
    await #expect(processExitsWith: .failure) { _ = Elementary.power(-1, 2) }
  }

  /// Powers of two and what lies between, close to 1 and over the whole range.
  static let sizes: [Double] = {
    var generator = Seed(root: 3).generator()
    return (0..<3000).map { index in
      let scale = [0.0, 1, 40, 1000][index % 4]
      return exp2((2 * Draw.unit(using: &generator) - 1) * scale) * (1 + Draw.unit(using: &generator) / 8)
    }
  }()

  static let exponents: [Double] = {
    var generator = Seed(root: 4).generator()
    return (0..<3000).map { index in (2 * Draw.unit(using: &generator) - 1) * [1e-9, 0.3, 30, 700][index % 4] }
  }()
}
