import CSIMD
import Foundation
import Testing

/// The errors of exp, log, tanh and erf in units of the last place of the result. The bounds are what was measured,
/// rounded up: an approximation that becomes worse is noticed.
@Suite struct ElementaryTests {
  @Test func expIsWithinOneUnit() {
    #expect(worst(-87.33...88.72, csimd_exp, exp) <= 0.92)
  }

  @Test func logIsWithinOneUnit() {
    #expect(worst(1.2e-38...3.4e38, csimd_log, log) <= 0.78)
  }

  @Test func tanhIsWithinTwoAndAHalfUnits() {
    #expect(worst(-20...20, csimd_tanh, tanh) <= 2.42)
  }

  @Test func erfIsWithinFourUnits() {
    #expect(worst(-6...6, csimd_erf, erf) <= 3.75)
  }

  @Test func theEdgesAreWhereTheyShouldBe() {
    #expect(lanes(csimd_exp, [-.infinity, -87.4, 0, 88.73, .infinity]) == [0, 0, 1, .infinity, .infinity])
    #expect(lanes(csimd_log, [0, 1, .infinity]) == [-.infinity, 0, .infinity])
    #expect(lanes(csimd_tanh, [-.infinity, -30, 0, 30, .infinity]) == [-1, -1, 0, 1, 1])
    #expect(lanes(csimd_erf, [-.infinity, -4, 0, 4, .infinity]) == [-1, -1, 0, 1, 1])
    for f in [csimd_exp, csimd_log, csimd_tanh, csimd_erf] { #expect(lanes(f, [.nan])[0].isNaN) }
    #expect(lanes(csimd_log, [-1])[0].isNaN)
  }

  private typealias Function = (csimd_float16) -> csimd_float16

  private func lanes(_ f: Function, _ x: [Float]) -> [Float] {
    let y = f(x.withUnsafeBufferPointer { csimd_load_first($0.baseAddress!, Int32(x.count)) })
    return x.indices.map { y[$0] }
  }

  /// The largest error over every 97th float of the range, and those around zero.
  private func worst(_ range: ClosedRange<Float>, _ f: Function, _ reference: (Double) -> Double) -> Double {
    var worst = 0.0
    let sides = [(max(0x1p-30, range.lowerBound), range.upperBound), (0x1p-30, -range.lowerBound)]
    for (from, to) in sides where from < to {
      let sign: Float = to == range.upperBound ? 1 : -1
      var bits = from.bitPattern
      while bits + 15 * 97 < to.bitPattern {
        let x = csimd_float16((0..<16).map { sign * Float(bitPattern: bits + 97 * $0) })
        let y = f(x)
        for lane in 0..<16 {
          let exact = reference(Double(x[lane]))
          let spacing = Double(max(Float(abs(exact)), .leastNormalMagnitude).ulp)
          worst = max(worst, abs(Double(y[lane]) - exact) / spacing)
        }
        bits += 16 * 97
      }
    }
    return worst
  }
}
