import Judging

/// How long an experiment would take on this machine, and how that is known.
package struct TimeEstimate: Sendable, Hashable {
  package enum Basis: Sendable, Hashable {
    /// Every replicate is kept: nothing would be trained.
    case allKept
    /// By the seconds that so many kept replicates took.
    case kept(Int)
    /// By training it for a moment.
    case probe
  }

  package let basis: Basis
  /// Replicates that are not kept.
  package let missing: Int
  /// Wall-clock time for those, on all the cores that may be used.
  package let seconds: Double

  /// - Parameter coreSeconds: of one replicate.
  init(basis: Basis, missing: Int, coreSeconds: Double, cores: Int, of experiment: Experiment) {
    self.basis = basis
    self.missing = missing
    // Replicates train side by side, and what cores are left over share a replicate's shards.
    let shards = experiment.stages.map(\.recipe.shardCount).max() ?? 1
    seconds = Double(missing) * coreSeconds / Double(max(1, min(cores, missing * shards)))
  }
}
