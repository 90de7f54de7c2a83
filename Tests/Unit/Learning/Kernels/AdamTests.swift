import Testing

@testable import Learning

@Suite struct AdamTests {
  @Test(arguments: [true, false], [0, 0.1])
  func tenStepsAreTheNaiveOnes(_ isDecoupled: Bool, _ weightDecay: Float) {
    var noise = Noise(10)
    let count = 37
    var (p, m, v) = (noise.floats(count), [Float](repeating: 0, count: 37), [Float](repeating: 0, count: 37))
    var expected = p.wide.map { (parameter: $0, first: 0.0, second: 0.0) }
    for time in 1...10 {
      let gradients = noise.floats(count)
      let step = Self.step(time, isDecoupled: isDecoupled, weightDecay: weightDecay)
      Kernel.adam(step, parameters: &p, gradients: gradients, firstMoment: &m, secondMoment: &v, count: count)
      expected = zip(expected, gradients).map { state, g in
        NaiveKernel.adam(
          step, time: time, parameter: state.parameter, gradient: Double(g), first: state.first, second: state.second)
      }
    }
    // Each step rounds a parameter of order 1 twice, a first moment below 1/2 twice, and a second moment below 1/40
    // three times.
    expectClose(p, expected.map(\.parameter), within: 20 * roundingUnit, "parameters")
    expectClose(m, expected.map(\.first), within: 10 * roundingUnit, "first moment")
    expectClose(v, expected.map(\.second), within: roundingUnit, "second moment")
  }

  @Test func theFirstStepMovesEveryParameterByTheRateAgainstItsGradient() {
    var (p, m, v): ([Float], [Float], [Float]) = ([1, 1, 1], [0, 0, 0], [0, 0, 0])
    let step = Self.step(1, isDecoupled: true, weightDecay: 0)
    Kernel.adam(step, parameters: &p, gradients: [5, -0.01, 0], firstMoment: &m, secondMoment: &v, count: 3)
    // The denominator's epsilon of 1e-8 is 2e-6 of the scaled gradient 0.005.
    expectClose(p, [1 - 0.01, 1 + 0.01, 1], within: 0.01 * 4e-6 + 4 * roundingUnit)
  }

  /// Corrections are of the betas as declared, moments of those rounded to Float.
  @Test func theFirstStepIsAsMuchTooLargeAsTheBetasWereRounded() {
    var optimizer = Optimizer.adam()
    optimizer.rule = .adam(beta1: 0.9, beta2: 0.999, epsilon: 0)
    let (p, g, m, v) = (FloatBuffer([0]), FloatBuffer([1]), FloatBuffer([0]), FloatBuffer([0]))
    optimizer.update(
      0..<1, at: 0, rate: 1, gradientScale: 1, parameters: p, gradients: g.pointer, firstMoment: m, secondMoment: v)
    let mean = (1 - Double(Float(0.9))) / 0.1
    let square = (1 - Double(Float(0.999))) / 0.001
    let excess = mean / square.squareRoot() - 1
    #expect(abs(excess - 6.7e-6) < 0.05e-6)  // as `AdamStep` says
    #expect(abs(Double(-p.values[0]) - 1 - excess) < 4 * roundingUnit)
  }

  static func step(_ time: Int, isDecoupled: Bool, weightDecay: Float) -> Kernel.AdamStep {
    let (beta1, beta2): (Float, Float) = (0.9, 0.99)
    let powers = (0..<time).reduce((1.0, 1.0)) { p, _ in (p.0 * Double(beta1), p.1 * Double(beta2)) }
    return Kernel.AdamStep(
      rate: 0.01, beta1: beta1, beta2: beta2, epsilon: 1e-8, weightDecay: weightDecay, isDecoupled: isDecoupled,
      correction1: Float(1 - powers.0), correction2: Float(1 - powers.1), gradientScale: 0.5)
  }
}
