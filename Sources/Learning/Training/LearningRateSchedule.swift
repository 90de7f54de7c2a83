/// The learning rate of each step, as a formula of the step's number.
package enum LearningRateSchedule: Sendable, Hashable, Codable {
  case constant(Double)
  /// Rises in a line over `warmup` steps to `peak`, the rate of the last of them and of the step after it. From there it
  /// falls along half a cosine that would come to `end` one step after the last, as PyTorch's `CosineAnnealingLR` does:
  /// with n steps after the warm-up the last one's rate is `end + (peak - end) sin^2(pi / 2n)`, for n = 100 a 4,000th of
  /// the way above `end`.
  case warmupCosine(peak: Double, warmup: Int, end: Double)
  /// `first` for the first `steps` steps, `then` for the rest.
  case drop(from: Double, after: Int, to: Double)

  /// The rate of step `step` (the first is 0) of `total`.
  package func rate(at step: Int, of total: Int) -> Double {
    precondition(step >= 0 && step < total, "Step \(step) is not one of \(total).")
    switch self {
    case .constant(let rate): return rate
    case .drop(let first, let steps, let then): return step < steps ? first : then
    case .warmupCosine(let peak, let warmup, let end):
      if step < warmup { return peak * Double(step + 1) / Double(warmup) }
      let progress = Double(step - warmup) / Double(max(1, total - warmup))
      return end + (peak - end) * (1 + Self.cosineOfHalfTurns(progress)) / 2
    }
  }

  /// `cos(pi x)` for `0 <= x <= 1`, by its Taylor series around one half: the platform's own cosine may differ in the
  /// last bit from one machine to another, and the rate decides the weights. Error below 1e-15.
  static func cosineOfHalfTurns(_ x: Double) -> Double {
    let angle = (x - 0.5) * Double.pi  // cos(pi x) = -sin(pi (x - 1/2))
    let square = angle * angle
    var sum = 0.0
    for power in stride(from: 23, through: 3, by: -2) {
      sum = (sum + 1) * (-square / Double(power * (power - 1)))
    }
    return -(angle * (1 + sum))
  }
}
