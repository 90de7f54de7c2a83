/// How much of what a claim asks may have been shown in training, up to symmetry.
package struct LeakLimit: Hashable, Sendable {
  /// The largest share of the judged examples: 0 where a claim is about unseen ones.
  package let judged: Double
  /// By how much more, as a share of what is asked, the questions may repeat training than chance alone does.
  package let aboveChance: Double

  package init(judged: Double, aboveChance: Double) {
    precondition(
      (0...1).contains(judged) && (0...1).contains(aboveChance),
      "A leak is limited to shares of examples, not to \(judged) and \(aboveChance).")
    self.judged = judged
    self.aboveChance = aboveChance
  }

  /// For claims about unseen examples. Chance repeats a third of the questions about graphs of 8 to 15 vertices. Two such
  /// shares of 2,500 examples each, the fewest a replicate is asked, differ by 0.013 (standard deviation), their mean over
  /// five replicates by 0.006; 0.02 is three times that.
  package static let unseen = LeakLimit(judged: 0, aboveChance: 0.02)

  /// For claims about how something is learned where there is nothing that training would not show: permutations of four
  /// elements have 576 questions in all.
  package static let everythingIsShown = LeakLimit(judged: 1, aboveChance: 0.02)
}
