/// How much of what was asked training had shown, up to symmetry: mean shares over replicates.
package struct Leak: Hashable, Sendable {
  /// Of the examples that are judged; NaN where there are none.
  package let judged: Double
  /// Of those that were asked, before a slice leaves out the seen ones.
  package let asked: Double
  /// Of as many drawn afresh: what chance alone repeats. Nil where it was not measured.
  package let byChance: Double?
  /// The last two by size, ascending: there are few small examples, and chance repeats them all.
  package let sizes: [Size]

  package struct Size: Hashable, Sendable {
    /// Such as `n=8`.
    package let name: String
    package let asked: Double
    package let byChance: Double?
  }

  package init(judged: Double, asked: Double, byChance: Double?, sizes: [Size] = []) {
    self.judged = judged
    self.asked = asked
    self.byChance = byChance
    self.sizes = sizes
  }

  /// Which of the claim's limits are exceeded.
  func excesses(over limit: LeakLimit) -> [FailureReason] {
    var reasons: [FailureReason] = []
    if judged > limit.judged { reasons.append(.leaked(share: judged, limit: limit.judged)) }
    if let byChance, asked > byChance + limit.aboveChance {
      reasons.append(.repeatedTraining(share: asked, byChance: byChance, limit: limit.aboveChance))
    }
    return reasons
  }
}
