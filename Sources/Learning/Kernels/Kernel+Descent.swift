import CSIMD

extension Kernel {
  /// What one step of gradient descent needs besides the buffers.
  struct DescentStep {
    var rate, momentum, weightDecay: Float
    /// Decoupled decay shrinks the parameter; coupled decay is added to the gradient.
    var isDecoupled: Bool
    /// Multiplies the gradient first (clipping).
    var gradientScale: Float
  }

  /// One step of gradient descent over flat buffers, by PyTorch's formula: m = momentum m + gradient, and p -= rate m,
  /// where m is the first moment. Without momentum it is neither read nor written.
  static func descend(
    _ step: DescentStep, parameters: UnsafeMutablePointer<Float>, gradients: UnsafePointer<Float>,
    firstMoment: UnsafeMutablePointer<Float>, count: Int
  ) {
    let scale = csimd_broadcast(step.gradientScale)
    let coupled = csimd_broadcast(step.isDecoupled ? 0 : step.weightDecay)
    let kept = csimd_broadcast(step.isDecoupled ? 1 - step.rate * step.weightDecay : 1)
    let momentum = csimd_broadcast(step.momentum)
    let rate = csimd_broadcast(-step.rate)
    let hasMomentum = step.momentum != 0

    for first in stride(from: 0, to: count, by: 16) {
      let lanes = Int32(min(16, count - first))
      let p = csimd_load_first(parameters + first, lanes)
      var change = csimd_fma(p, coupled, csimd_load_first(gradients + first, lanes) * scale)
      if hasMomentum {
        change = csimd_fma(csimd_load_first(firstMoment + first, lanes), momentum, change)
        csimd_store_first(firstMoment + first, lanes, change)
      }
      csimd_store_first(parameters + first, lanes, csimd_fma(change, rate, p * kept))
    }
  }
}
