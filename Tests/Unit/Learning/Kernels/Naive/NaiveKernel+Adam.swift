import Foundation

@testable import Learning

extension NaiveKernel {
  /// Step `time` (1, 2, ...) of Adam for one parameter: returns the parameter and its moments.
  static func adam(
    _ step: Kernel.AdamStep, time: Int, parameter: Double, gradient: Double, first: Double, second: Double
  ) -> (parameter: Double, first: Double, second: Double) {
    let (rate, decay) = (Double(step.rate), Double(step.weightDecay))
    let (beta1, beta2) = (Double(step.beta1), Double(step.beta2))
    let kept = step.isDecoupled ? parameter * (1 - rate * decay) : parameter
    let g = gradient * Double(step.gradientScale) + (step.isDecoupled ? 0 : decay * parameter)
    let m = beta1 * first + (1 - beta1) * g
    let v = beta2 * second + (1 - beta2) * g * g
    let meanEstimate = m / (1 - pow(beta1, Double(time)))
    let squareEstimate = v / (1 - pow(beta2, Double(time)))
    return (kept - rate * meanEstimate / (squareEstimate.squareRoot() + Double(step.epsilon)), m, v)
  }
}
