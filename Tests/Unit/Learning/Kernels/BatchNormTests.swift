import Testing

@testable import Learning

@Suite struct BatchNormTests {
  static let shapes = [(2, 1), (3, 7), (5, 16), (31, 19), (11, 64), (67, 37)]
  static let epsilon: Float = 1e-3

  struct Inputs {
    let x, scale, shift, dy: [Float]
    let rows, width: Int
    var hasScale = true

    init(rows: Int, width: Int) {
      (self.rows, self.width) = (rows, width)
      var noise = Noise(6)
      x = noise.floats(rows * width).map { 3 * $0 + 1 }
      scale = noise.floats(width)
      shift = noise.floats(width)
      dy = noise.floats(rows * width)
    }

    /// A mean of values below 4 is a chain of as many roundings as rows, and is divided by the deviation; a normalised
    /// value, below sqrt(rows), is rounded a few times more.
    var tolerance: Double {
      let means = 4 * Double(forward().inverse.max()!) * Double(rows + 2)
      return (means + 8 * Double(rows).squareRoot()) * roundingUnit
    }

    func forward(isUnbiased: Bool = false) -> (y: [Float], mean: [Float], variance: [Float], inverse: [Float]) {
      var y = [Float](repeating: .nan, count: rows * width)
      var mean = [Float](repeating: .nan, count: width)
      var (variance, inverse) = (mean, mean)
      withScale { scale in
        Kernel.batchNorm(
          x, scale: scale, shift: shift, epsilon: epsilon, rows: rows, width: width, isUnbiased: isUnbiased, into: &y,
          mean: &mean, variance: &variance, inverseDeviation: &inverse)
      }
      return (y, mean, variance, inverse)
    }

    func backward(inPlace: Bool = false) -> (dx: [Float], dScale: [Float], dShift: [Float]) {
      let (_, mean, _, inverse) = forward()
      var dx = dy
      var dScale = [Float](repeating: 1, count: width)
      var dShift = [Float](repeating: 2, count: width)
      withScale { scale in
        dx.withUnsafeMutableBufferPointer { dx in
          dy.withUnsafeBufferPointer { dy in
            dScale.withUnsafeMutableBufferPointer { dScale in
              Kernel.batchNormBackward(
                x: x, scale: scale, mean: mean, inverseDeviation: inverse,
                outputGradient: inPlace ? UnsafePointer(dx.baseAddress!) : dy.baseAddress!, rows: rows, width: width,
                inputGradient: dx.baseAddress!, scaleGradient: scale.map { _ in dScale.baseAddress! },
                shiftGradient: &dShift)
            }
          }
        }
      }
      return (dx, dScale, dShift)
    }

    func naive(_ x: [Double], _ scale: [Double], _ shift: [Double]) -> [Double] {
      NaiveKernel.batchNorm(x, scale: hasScale ? scale : nil, shift: shift, epsilon: Double(epsilon), rows: rows)
    }

    func withScale(_ body: (UnsafePointer<Float>?) -> Void) {
      scale.withUnsafeBufferPointer { body(hasScale ? $0.baseAddress : nil) }
    }
  }

  @Test(arguments: shapes, [true, false])
  func batchNormIsTheNaiveOne(_ shape: (rows: Int, width: Int), hasScale: Bool) {
    var inputs = Inputs(rows: shape.rows, width: shape.width)
    inputs.hasScale = hasScale
    let found = inputs.forward()
    expectClose(
      found.y, inputs.naive(inputs.x.wide, inputs.scale.wide, inputs.shift.wide), within: inputs.tolerance)
    let moments = NaiveKernel.columnMoments(inputs.x.wide, rows: shape.rows, columns: shape.width)
    // Chains of as many roundings as rows: means of values below 4, and variances, below 4, of their squares.
    let tolerance = 8 * Double(shape.rows + 2) * roundingUnit
    expectClose(found.mean, moments.mean, within: tolerance, "mean")
    expectClose(found.variance, moments.variance, within: tolerance, "variance")
    let unbiased = inputs.forward(isUnbiased: true)
    let factor = Double(shape.rows) / Double(shape.rows - 1)
    expectClose(unbiased.variance, moments.variance.map { $0 * factor }, within: 2 * tolerance, "unbiased variance")
    #expect(unbiased.y == found.y)
  }

  @Test(arguments: shapes, [true, false])
  func theBackwardPassAgreesWithCentralDifferences(_ shape: (rows: Int, width: Int), hasScale: Bool) {
    var inputs = Inputs(rows: shape.rows, width: shape.width)
    inputs.hasScale = hasScale
    let (x, scale, shift) = (inputs.x.wide, inputs.scale.wide, inputs.shift.wide)
    let inverse = Double(inputs.forward().inverse.max()!)
    let (dx, dScale, dShift) = inputs.backward()

    let tolerance = inputs.tolerance
    // Two rows are normalised to plus and minus one whatever they are, so what is left of x's gradient is a difference:
    // sums over the rows of gradients below 1 and normalised values below sqrt(rows), divided by the deviation. The step
    // of the difference sees the third derivative, which grows as the cube of the inverse deviation.
    expectClose(
      dx, centralDifferences(x, inputs.dy) { inputs.naive($0, scale, shift) },
      within: 2 * tolerance * inverse + 1e-9 * max(1, inverse * inverse * inverse), "x")
    let sums = tolerance * Double(shape.rows) + 1e-8
    expectClose(
      dScale,
      hasScale
        ? centralDifferences(scale, inputs.dy) { inputs.naive(x, $0, shift) }.map { $0 + 1 } : scale.map { _ in 1 },
      within: sums, "scale")
    expectClose(
      dShift, centralDifferences(shift, inputs.dy) { inputs.naive(x, scale, $0) }.map { $0 + 2 }, within: sums, "shift")
  }

  @Test func theGradientMayTakeThePlaceOfTheOutputs() {
    let inputs = Inputs(rows: 31, width: 19)
    #expect(inputs.backward(inPlace: true) == inputs.backward())
  }

  @Test(arguments: shapes, [true, false])
  func givenStatisticsAreTaken(_ shape: (rows: Int, width: Int), hasScale: Bool) {
    var inputs = Inputs(rows: shape.rows, width: shape.width)
    inputs.hasScale = hasScale
    var noise = Noise(7)
    let mean = noise.floats(shape.width)
    let variance = noise.floats(shape.width).map { $0 * $0 + 0.1 }
    var y = inputs.x
    inputs.withScale { scale in
      Kernel.normalize(
        inputs.x, mean: mean, variance: variance, scale: scale, shift: inputs.shift, epsilon: Self.epsilon,
        rows: shape.rows, width: shape.width, into: &y)
    }
    let wanted = NaiveKernel.batchNorm(
      inputs.x.wide, scale: hasScale ? inputs.scale.wide : nil, shift: inputs.shift.wide, epsilon: Double(Self.epsilon),
      rows: shape.rows, statistics: (mean.wide, variance.wide))
    // Values below 5 over a deviation above 0.3: six roundings of numbers below 16.
    expectClose(y, wanted, within: 6 * 16 * roundingUnit)
  }

  @Test func aConstantColumnGivesTheShift() {
    let inputs = Inputs(rows: 5, width: 3)
    var (y, mean, variance, inverse) = inputs.forward()
    let x = (0..<5).flatMap { _ in [7, -2, 0.5] as [Float] }
    Kernel.batchNorm(
      x, scale: nil, shift: inputs.shift, epsilon: Self.epsilon, rows: 5, width: 3, isUnbiased: true, into: &y,
      mean: &mean, variance: &variance, inverseDeviation: &inverse)
    #expect(y == (0..<5).flatMap { _ in inputs.shift })
    #expect(mean == [7, -2, 0.5] && variance == [0, 0, 0])
  }

  @Test func oneRowHasNoUnbiasedVariance() async {
    await #expect(processExitsWith: .failure) { _ = Inputs(rows: 1, width: 3).forward(isUnbiased: true) }
  }

  @Test(arguments: [1, 16, 53])
  func anAverageMovesByItsFraction(count: Int) {
    var noise = Noise(8)
    let (x, old) = (noise.floats(count), noise.floats(count))
    var average = old
    Kernel.blend(x, fraction: 0.3, count: count, into: &average)
    let wanted = zip(x.wide, old.wide).map { NaiveKernel.blend($0, fraction: Double(Float(0.3)), into: $1) }
    expectClose(average, wanted, within: 3 * roundingUnit)  // a difference below 2, times 0.3, and a sum below 1.6
    Kernel.blend(x, fraction: 1, count: count, into: &average)
    #expect(average == x)
  }
}
