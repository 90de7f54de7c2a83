import CSIMD

extension Kernel {
  /// What one step of RMSprop needs besides the buffers.
  struct RMSPropStep {
    var rate, smoothing, momentum, epsilon, weightDecay: Float
    /// Decoupled decay shrinks the parameter; coupled decay is added to the gradient.
    var isDecoupled: Bool
    /// Multiplies the gradient first (clipping).
    var gradientScale: Float
  }

  /// One step of RMSprop over flat buffers, by PyTorch's formula: v = smoothing v + (1 - smoothing) gradient^2,
  /// m = momentum m + gradient / (sqrt(v) + epsilon), and p -= rate m, where v is the second moment and m the first. Without
  /// momentum the first is neither read nor written.
  static func rmsProp(
    _ step: RMSPropStep, parameters: UnsafeMutablePointer<Float>, gradients: UnsafePointer<Float>,
    firstMoment: UnsafeMutablePointer<Float>, secondMoment: UnsafeMutablePointer<Float>, count: Int
  ) {
    let scale = csimd_broadcast(step.gradientScale)
    let coupled = csimd_broadcast(step.isDecoupled ? 0 : step.weightDecay)
    let kept = csimd_broadcast(step.isDecoupled ? 1 - step.rate * step.weightDecay : 1)
    let smoothing = csimd_broadcast(step.smoothing)
    let blend = csimd_broadcast(1 - step.smoothing)
    let epsilon = csimd_broadcast(step.epsilon)
    let momentum = csimd_broadcast(step.momentum)
    let rate = csimd_broadcast(-step.rate)
    let hasMomentum = step.momentum != 0

    for first in stride(from: 0, to: count, by: 16) {
      let lanes = Int32(min(16, count - first))
      let p = csimd_load_first(parameters + first, lanes)
      let g = csimd_fma(p, coupled, csimd_load_first(gradients + first, lanes) * scale)
      let v = csimd_fma(g * g, blend, csimd_load_first(secondMoment + first, lanes) * smoothing)
      csimd_store_first(secondMoment + first, lanes, v)
      var change = g / (csimd_sqrt(v) + epsilon)
      if hasMomentum {
        change = csimd_fma(csimd_load_first(firstMoment + first, lanes), momentum, change)
        csimd_store_first(firstMoment + first, lanes, change)
      }
      csimd_store_first(parameters + first, lanes, csimd_fma(change, rate, p * kept))
    }
  }
}
