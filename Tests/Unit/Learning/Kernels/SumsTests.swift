import Testing

@testable import Learning

@Suite struct SumsTests {
  @Test(arguments: [1, 15, 16, 257])
  func squaredErrorAndItsGradientAreThePlainOnes(_ count: Int) {
    var noise = Noise(11)
    let (p, t) = (noise.floats(count), noise.floats(count))
    var gradient = [Float](repeating: .nan, count: count)
    let sum = Kernel.squaredError(predictions: p, targets: t, count: count, scale: 0.25, gradient: &gradient)
    let differences = zip(p.wide, t.wide).map { $0 - $1 }
    // Double precision: count roundings of sums below 4 count.
    let expected = differences.reduce(0) { $0 + $1 * $1 }
    #expect(abs(sum - expected) <= Double(4 * count * count) * 0x1p-53)
    expectClose(gradient, differences.map { $0 / 2 }, within: 2 * roundingUnit)
    #expect(
      Kernel.squaredError(predictions: p, targets: t, count: count, scale: 0.25, gradient: nil) == sum)
  }

  @Test(arguments: [1, 15, 16, 257])
  func sumOfSquaresIsThePlainOne(_ count: Int) {
    var noise = Noise(12)
    let x = noise.floats(count)
    let expected = x.wide.reduce(0) { $0 + $1 * $1 }
    #expect(abs(Kernel.sumOfSquares(x, count: count) - expected) <= Double(count * count) * 0x1p-53)
  }

  @Test(arguments: [1, 15, 16, 257])
  func additionIsElementByElement(_ count: Int) {
    var noise = Noise(13)
    let (a, b) = (noise.floats(count), noise.floats(count))
    var out = [Float](repeating: .nan, count: count)
    Kernel.add(a, b, count: count, into: &out)
    #expect(out == zip(a, b).map(+))
    Kernel.accumulate(b, count: count, into: &out)
    #expect(out == zip(zip(a, b).map(+), b).map(+))
  }
}
