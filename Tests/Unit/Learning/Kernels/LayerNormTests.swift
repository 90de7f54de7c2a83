import Testing

@testable import Learning

@Suite struct LayerNormTests {
  static let shapes = [(1, 2), (3, 7), (5, 16), (7, 31), (11, 64), (2, 131)]
  static let epsilon: Float = 1e-5

  struct Inputs {
    let x, scale, shift, dy: [Float]
    let rows, width: Int

    init(rows: Int, width: Int) {
      (self.rows, self.width) = (rows, width)
      var noise = Noise(5)
      x = noise.floats(rows * width).map { 3 * $0 + 1 }
      scale = noise.floats(width)
      shift = noise.floats(width)
      dy = noise.floats(rows * width)
    }

    /// A mean of values below 4 is a sum of width / 16 + 4 roundings and is divided by the deviation; a normalised value,
    /// below sqrt(width), is rounded a few times more.
    var tolerance: Double {
      let means = 4 * Double(forward().inverse.max()!) * Double(width / 16 + 5)
      return (means + 8 * Double(width).squareRoot()) * roundingUnit
    }

    func forward() -> (y: [Float], mean: [Float], inverse: [Float]) {
      var y = [Float](repeating: .nan, count: rows * width)
      var mean = [Float](repeating: .nan, count: rows)
      var inverse = mean
      Kernel.layerNorm(
        x, scale: scale, shift: shift, epsilon: epsilon, rows: rows, width: width, into: &y, mean: &mean,
        inverseDeviation: &inverse)
      return (y, mean, inverse)
    }

    /// - Parameter first: what the input's gradient is added to; nil where it is written.
    func backward(onto first: [Float]? = nil) -> (dx: [Float], dScale: [Float], dShift: [Float]) {
      let (_, mean, inverse) = forward()
      var dx = first ?? [Float](repeating: .nan, count: rows * width)
      var dScale = [Float](repeating: 1, count: width)
      var dShift = [Float](repeating: 2, count: width)
      Kernel.layerNormBackward(
        x: x, scale: scale, mean: mean, inverseDeviation: inverse, outputGradient: dy, rows: rows, width: width,
        inputGradient: &dx, accumulates: first != nil, scaleGradient: &dScale, shiftGradient: &dShift)
      return (dx, dScale, dShift)
    }

    func naive(_ x: [Double], _ scale: [Double], _ shift: [Double]) -> [Double] {
      NaiveKernel.layerNorm(x, scale: scale, shift: shift, epsilon: Double(epsilon), rows: rows)
    }
  }

  @Test(arguments: shapes)
  func layerNormIsTheNaiveOne(_ rows: Int, _ width: Int) {
    let inputs = Inputs(rows: rows, width: width)
    expectClose(
      inputs.forward().y, inputs.naive(inputs.x.wide, inputs.scale.wide, inputs.shift.wide), within: inputs.tolerance)
  }

  @Test(arguments: shapes)
  func addingTheGradientIsWritingItAndThenAdding(_ rows: Int, _ width: Int) {
    let inputs = Inputs(rows: rows, width: width)
    let written = inputs.backward()
    let added = inputs.backward(onto: inputs.x)
    #expect(added.dx == zip(inputs.x, written.dx).map { $0 + $1 })
    #expect(added.dScale == written.dScale && added.dShift == written.dShift)
  }

  @Test(arguments: shapes)
  func theBackwardPassAgreesWithCentralDifferences(_ rows: Int, _ width: Int) {
    let inputs = Inputs(rows: rows, width: width)
    let (x, scale, shift) = (inputs.x.wide, inputs.scale.wide, inputs.shift.wide)
    let (_, _, inverse) = inputs.forward()
    let (dx, dScale, dShift) = inputs.backward()

    let tolerance = inputs.tolerance
    expectClose(
      dx, centralDifferences(x, inputs.dy) { inputs.naive($0, scale, shift) },
      within: tolerance * Double(inverse.max()!) + 1e-8, "x")
    expectClose(
      dScale, centralDifferences(scale, inputs.dy) { inputs.naive(x, $0, shift) }.map { $0 + 1 },
      within: tolerance * Double(rows) + 1e-8, "scale")
    expectClose(
      dShift, centralDifferences(shift, inputs.dy) { inputs.naive(x, scale, $0) }.map { $0 + 2 },
      within: Double(rows * (rows + 3)) * roundingUnit + 1e-8, "shift")
  }

  @Test func aConstantRowGivesTheShift() {
    let x = [Float](repeating: 5, count: 21)
    let shift = (0..<21).map { Float($0) }
    var y = x
    var (mean, inverse): ([Float], [Float]) = ([0], [0])
    Kernel.layerNorm(
      x, scale: shift, shift: shift, epsilon: Self.epsilon, rows: 1, width: 21, into: &y, mean: &mean,
      inverseDeviation: &inverse)
    #expect(y == shift)
    #expect(mean == [5])
  }
}
