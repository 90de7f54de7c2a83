/// How the weights and statistics after each step are averaged too (Polyak and Juditsky, 1992): a step moves the averages by
/// a fraction of what they lack. The first step is taken whole.
package enum Averaging: Sendable, Hashable, Codable {
  /// Step t = 1, 2, ... moves them by 1 / min(t, this): over about so many last steps.
  case horizon(Int)
  /// Step t moves them by min(1, this / t): over about this part of all steps so far, an eighth where it is 8. So one run
  /// serves as one of any length.
  case part(Int)

  /// - Parameter step: how many have been taken, this one too.
  func fraction(at step: Int) -> Float {
    switch self {
    case .horizon(let steps): Float(1 / Double(min(step, steps)))
    case .part(let count): Float(min(1, Double(count) / Double(step)))
    }
  }

  var isSound: Bool {
    switch self {
    case .horizon(let steps): steps > 0
    case .part(let count): count > 0
    }
  }
}
