extension Optimizer {
  /// Update `step` (the first is 0) of a range of the parameters: one pass over flat buffers of the same layout. The gradients are multiplied by
  /// `gradientScale` first. A rule that needs fewer than two moments leaves the others as they are.
  func update(
    _ range: Range<Int>, at step: Int, rate: Double, gradientScale: Float, parameters: FloatBuffer,
    gradients: UnsafePointer<Float>,
    firstMoment: FloatBuffer, secondMoment: FloatBuffer
  ) {
    let (first, count) = (range.lowerBound, range.count)
    let (parameters, gradients) = (parameters.pointer + first, gradients + first)
    let (firstMoment, secondMoment) = (firstMoment.pointer + first, secondMoment.pointer + first)
    switch rule {
    case .descent(let momentum):
      let numbers = Kernel.DescentStep(
        rate: Float(rate), momentum: Float(momentum), weightDecay: Float(weightDecay),
        isDecoupled: decay == .decoupled, gradientScale: gradientScale)
      Kernel.descend(
        numbers, parameters: parameters, gradients: gradients, firstMoment: firstMoment, count: count)
    case .rmsProp(let smoothing, let momentum, let epsilon):
      let numbers = Kernel.RMSPropStep(
        rate: Float(rate), smoothing: Float(smoothing), momentum: Float(momentum), epsilon: Float(epsilon),
        weightDecay: Float(weightDecay), isDecoupled: decay == .decoupled, gradientScale: gradientScale)
      Kernel.rmsProp(
        numbers, parameters: parameters, gradients: gradients, firstMoment: firstMoment,
        secondMoment: secondMoment, count: count)
    case .adam(let beta1, let beta2, let epsilon):
      let numbers = Kernel.AdamStep(
        rate: Float(rate), beta1: Float(beta1), beta2: Float(beta2), epsilon: Float(epsilon),
        weightDecay: Float(weightDecay), isDecoupled: decay == .decoupled,
        correction1: Float(1 - Self.power(beta1, step + 1)), correction2: Float(1 - Self.power(beta2, step + 1)),
        gradientScale: gradientScale)
      Kernel.adam(
        numbers, parameters: parameters, gradients: gradients, firstMoment: firstMoment,
        secondMoment: secondMoment, count: count)
    }
  }
}
