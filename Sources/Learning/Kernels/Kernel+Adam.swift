import CSIMD

extension Kernel {
  /// What one step of Adam needs besides the buffers.
  struct AdamStep {
    var rate, beta1, beta2, epsilon, weightDecay: Float
    /// Decoupled decay (AdamW) shrinks the parameter; coupled decay is added to the gradient.
    var isDecoupled: Bool
    /// 1 - beta^t for step t = 1, 2, ..., from the betas as declared, in double precision. Those above are rounded to
    /// Float, so moments and corrections differ a little: for 0.999 the first change is 6.7e-6 of itself too large, and the
    /// more steps the less. Kept, because the bits of all runs depend on it.
    var correction1, correction2: Float
    /// Multiplies the gradient first (clipping).
    var gradientScale: Float
  }

  /// One step of Adam or AdamW over flat buffers, by PyTorch's formula: the denominator is
  /// sqrt(v) / sqrt(correction2) + epsilon, and p -= rate / correction1 * m / denominator.
  static func adam(
    _ step: AdamStep, parameters: UnsafeMutablePointer<Float>, gradients: UnsafePointer<Float>,
    firstMoment: UnsafeMutablePointer<Float>, secondMoment: UnsafeMutablePointer<Float>, count: Int
  ) {
    let scale = csimd_broadcast(step.gradientScale)
    let coupled = csimd_broadcast(step.isDecoupled ? 0 : step.weightDecay)
    let kept = csimd_broadcast(step.isDecoupled ? 1 - step.rate * step.weightDecay : 1)
    let blend1 = csimd_broadcast(1 - step.beta1)
    let beta2 = csimd_broadcast(step.beta2)
    let blend2 = csimd_broadcast(1 - step.beta2)
    let root = csimd_broadcast(1 / step.correction2.squareRoot())
    let epsilon = csimd_broadcast(step.epsilon)
    let rate = csimd_broadcast(-step.rate / step.correction1)

    for first in stride(from: 0, to: count, by: 16) {
      let lanes = Int32(min(16, count - first))
      var p = csimd_load_first(parameters + first, lanes)
      var m = csimd_load_first(firstMoment + first, lanes)
      var v = csimd_load_first(secondMoment + first, lanes)
      let g = csimd_fma(p, coupled, csimd_load_first(gradients + first, lanes) * scale)
      m = csimd_fma(g - m, blend1, m)
      v = csimd_fma(g * g, blend2, v * beta2)
      p = csimd_fma(m / (csimd_fma(csimd_sqrt(v), root, epsilon)), rate, p * kept)
      csimd_store_first(parameters + first, lanes, p)
      csimd_store_first(firstMoment + first, lanes, m)
      csimd_store_first(secondMoment + first, lanes, v)
    }
  }
}
