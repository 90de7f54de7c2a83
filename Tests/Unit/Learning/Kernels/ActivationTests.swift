import Testing

@testable import Learning

@Suite struct ActivationTests {
  static let kinds: [Activation] = [.relu, .gelu, .geluTanh, .sigmoid, .step]
  /// -12 ... 12 in steps of 1/64, avoiding 0, where relu has no derivative: 1,536, which is whole vectors.
  static let points = (-768...768).filter { $0 != 0 }.map { Float($0) / 64 }

  @Test(arguments: kinds)
  func anActivationIsTheNaiveOne(_ kind: Activation) {
    var y = [Float](repeating: .nan, count: Self.points.count)
    Kernel.activate(kind, Self.points, count: y.count, into: &y)
    // |x| <= 12, and 1 + erf or 1 + tanh is off by at most 4 units of rounding.
    let expected = Self.points.map { NaiveKernel.activate(kind, Double($0)) }
    expectClose(y, expected, within: 12 * 4 * roundingUnit)
  }

  @Test(arguments: kinds)
  func theBackwardPassIsTheDerivativeTimesTheGradient(_ kind: Activation) {
    var noise = Noise(4)
    let dy = noise.floats(Self.points.count)
    let expected = zip(Self.points.wide, dy).map { x, dy in
      let step = 1e-5
      let slope = (NaiveKernel.activate(kind, x + step) - NaiveKernel.activate(kind, x - step)) / (2 * step)
      return slope * Double(dy)
    }
    var dx = [Float](repeating: .nan, count: dy.count)
    Kernel.activateBackward(kind, x: Self.points, outputGradient: dy, count: dx.count, into: &dx)
    // The slope is a sum of two terms up to 1.5 with errors of 4 units each. With tanh its second term is 1 - t^2 times
    // up to 9 (at x = 5, beyond which t rounds to 1), and t^2 is off by 2 units. 1e-9 is from the differences.
    let units: Double = kind == .geluTanh ? 8 + 2 * 9 : 8
    expectClose(dx, expected, within: units * roundingUnit + 1e-9)

    var inPlace = dy
    inPlace.withUnsafeMutableBufferPointer {
      Kernel.activateBackward(
        kind, x: Self.points, outputGradient: UnsafePointer($0.baseAddress!), count: dx.count, into: $0.baseAddress!)
    }
    #expect(inPlace == dx)
  }

  /// Vectors are computed eight or four at a time, the last by fewer: no element knows which it was in.
  @Test(arguments: kinds)
  func itsLengthReachesNoElementAndNothingPastItIsTouched(_ kind: Activation) {
    var noise = Noise(5)
    let (x, dy) = (noise.floats(300), noise.floats(300))
    var (y, dx) = (x, x)
    Kernel.activate(kind, x, count: 300, into: &y)
    Kernel.activateBackward(kind, x: x, outputGradient: dy, count: 300, into: &dx)
    for count in [1, 15, 16, 17, 63, 64, 65, 127, 128, 129, 257] {
      var (some, slopes) = ([Float](repeating: 7, count: 300), [Float](repeating: 7, count: 300))
      Kernel.activate(kind, x, count: count, into: &some)
      Kernel.activateBackward(kind, x: x, outputGradient: dy, count: count, into: &slopes)
      #expect(some[..<count] == y[..<count] && some[count...].allSatisfy { $0 == 7 }, "\(count)")
      #expect(slopes[..<count] == dx[..<count] && slopes[count...].allSatisfy { $0 == 7 }, "\(count)")
    }
  }

  /// A model that diverged must show it: neither a slope nor a rounding hides it. And minus zero has always become zero.
  @Test(arguments: kinds)
  func whatIsNoNumberStaysNone(_ kind: Activation) {
    for count in [1, 16, 37, 300] {
      let x = (0..<count).map { $0 % 5 == 0 ? Float.nan : -Float($0) }
      var (y, dx) = ([Float](repeating: 0, count: count), [Float](repeating: 0, count: count))
      Kernel.activate(kind, x, count: count, into: &y)
      #expect(zip(x, y).allSatisfy { $0.isNaN == $1.isNaN }, "\(count)")
      Kernel.activateBackward(kind, x: x, outputGradient: x.map { _ in 1 }, count: count, into: &dx)
      #expect(kind == .step || zip(x, dx).allSatisfy { $0.isNaN == $1.isNaN }, "\(count)")
    }
    var zero: [Float] = [7]
    Kernel.activate(kind, [-0.0], count: 1, into: &zero)
    if kind == .relu || kind == .step { #expect(zero[0].bitPattern == 0) }
  }

  @Test func geluIsExactlyZeroOrItsArgumentFarOut() {
    var y: [Float] = [-50, -10, 10, 50]
    y.withUnsafeMutableBufferPointer {
      Kernel.activate(.gelu, UnsafePointer($0.baseAddress!), count: 4, into: $0.baseAddress!)
    }
    #expect(y == [0, 0, 10, 50])
  }
}
