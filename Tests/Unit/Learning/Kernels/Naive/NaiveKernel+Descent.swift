@testable import Learning

extension NaiveKernel {
  /// One step of gradient descent for one parameter: returns the parameter and its first moment.
  static func descend(
    _ step: Kernel.DescentStep, parameter: Double, gradient: Double, firstMoment: Double
  ) -> (parameter: Double, firstMoment: Double) {
    let (rate, decay) = (Double(step.rate), Double(step.weightDecay))
    let kept = step.isDecoupled ? parameter * (1 - rate * decay) : parameter
    let g = gradient * Double(step.gradientScale) + (step.isDecoupled ? 0 : decay * parameter)
    let change = Double(step.momentum) * firstMoment + g
    return (kept - rate * change, change)
  }
}
