import Testing

@testable import Learning

@Suite struct DescentTests {
  private let count = 37

  @Test(arguments: [true, false], [0, 0.9] as [Float])
  func tenStepsOfGradientDescentAreTheNaiveOnes(_ isDecoupled: Bool, _ momentum: Float) {
    let step = Kernel.DescentStep(
      rate: 0.01, momentum: momentum, weightDecay: 0.1, isDecoupled: isDecoupled, gradientScale: 0.5)
    var noise = Noise(30)
    var (p, m) = (noise.floats(count), [Float](repeating: 0, count: count))
    var expected = p.wide.map { (parameter: $0, firstMoment: 0.0) }
    for _ in 1...10 {
      let gradients = noise.floats(count)
      Kernel.descend(step, parameters: &p, gradients: gradients, firstMoment: &m, count: count)
      expected = zip(expected, gradients).map {
        NaiveKernel.descend(step, parameter: $0.parameter, gradient: Double($1), firstMoment: $0.firstMoment)
      }
    }
    // Each step rounds a parameter of order 1 twice. A first moment (below 4: some gradients of order 1/2, each kept to nine
    // tenths) is rounded twice a step.
    expectClose(p, expected.map(\.parameter), within: 20 * roundingUnit, "parameters")
    if momentum == 0 {
      #expect(m.allSatisfy { $0 == 0 })
    } else {
      expectClose(m, expected.map(\.firstMoment), within: 40 * roundingUnit, "first moment")
    }
  }

  @Test(arguments: [true, false], [0, 0.9] as [Float])
  func tenStepsOfRMSpropAreTheNaiveOnes(_ isDecoupled: Bool, _ momentum: Float) {
    let step = Kernel.RMSPropStep(
      rate: 0.01, smoothing: 0.9, momentum: momentum, epsilon: 1e-8, weightDecay: 0.1, isDecoupled: isDecoupled,
      gradientScale: 0.5)
    var noise = Noise(31)
    let zeros = [Float](repeating: 0, count: count)
    var (p, m, v) = (noise.floats(count), zeros, zeros)
    var expected = p.wide.map { (parameter: $0, firstMoment: 0.0, square: 0.0) }
    for _ in 1...10 {
      let gradients = noise.floats(count)
      Kernel.rmsProp(step, parameters: &p, gradients: gradients, firstMoment: &m, secondMoment: &v, count: count)
      expected = zip(expected, gradients).map {
        NaiveKernel.rmsProp(
          step, parameter: $0.parameter, gradient: Double($1), firstMoment: $0.firstMoment, square: $0.square)
      }
    }
    // A quotient is at most sqrt(1 / (1 - smoothing)) = 3.2, and a first moment of ten of them at most 21: each step rounds
    // it four times. Parameters stay below 3 and see a hundredth of that. A mean square is below 1/2, rounded three
    // times a step.
    expectClose(p, expected.map(\.parameter), within: 40 * roundingUnit, "parameters")
    if momentum == 0 {
      #expect(m.allSatisfy { $0 == 0 })
    } else {
      expectClose(m, expected.map(\.firstMoment), within: 400 * roundingUnit, "first moment")
    }
    expectClose(v, expected.map(\.square), within: 15 * roundingUnit, "mean square")
  }
}
