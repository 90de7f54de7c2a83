@testable import Learning

extension NaiveKernel {
  /// One step of RMSprop for one parameter: returns the parameter, its first moment and its mean square.
  static func rmsProp(
    _ step: Kernel.RMSPropStep, parameter: Double, gradient: Double, firstMoment: Double, square: Double
  ) -> (parameter: Double, firstMoment: Double, square: Double) {
    let (rate, decay, smoothing) = (Double(step.rate), Double(step.weightDecay), Double(step.smoothing))
    let kept = step.isDecoupled ? parameter * (1 - rate * decay) : parameter
    let g = gradient * Double(step.gradientScale) + (step.isDecoupled ? 0 : decay * parameter)
    let v = smoothing * square + (1 - smoothing) * g * g
    let change = Double(step.momentum) * firstMoment + g / (v.squareRoot() + Double(step.epsilon))
    return (kept - rate * change, change, v)
  }
}
