import Training

/// What is looked at while one stage of a finished run is trained once more. Pure data: with the run's bits and the sources
/// it is the identity of what is then kept. Everything that one stage is asked for costs one replay together.
package struct StageWatch: Sendable, Hashable {
  package var stage: String
  /// Whose losses are allocated; the first is what the stage learns from.
  package var sets: [WatchedSet]
  package var allocation: AllocationPlan
  /// Whose losses are taken after each step, and no more: cheaper than to allocate them.
  package var follows: [WatchedSet]
  /// Whether each step is also split by the classes of its batch's examples, and by the same classes permuted, as a control:
  /// plain gradient descent on a repeated set only.
  package var splitsByClass: Bool
  /// Where redrawn batches are held against the formula of a coin; nil for nowhere.
  package var coin: CoinFlips?

  package init(
    _ stage: String, _ sets: [WatchedSet], _ allocation: AllocationPlan = AllocationPlan(),
    follows: [WatchedSet] = [], splitsByClass: Bool = false, coin: CoinFlips? = nil
  ) {
    precondition(
      !sets.isEmpty && Set(sets.map(\.name)).count == sets.count,
      "\(stage): what is watched are some sets of different names, not \(sets.map(\.name)).")
    self.stage = stage
    self.sets = sets
    self.allocation = allocation
    self.follows = follows
    self.splitsByClass = splitsByClass
    self.coin = coin
  }
}
