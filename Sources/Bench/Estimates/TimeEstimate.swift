import Judging
import Storage
import Training

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

extension Lab {
  /// By kept replicates, else by what was measured here before; where there is neither, each stage is trained for a moment.
  ///
  /// - Parameter speeds: of what was estimated before.
  package nonisolated func estimate(_ experiment: Experiment, speeds: inout Speeds) throws -> TimeEstimate {
    let kept = settings.isFresh ? [] : try KeptRuns(settings, sources: .compiled).runs(of: experiment.plan).found
    let missing = experiment.replicates - kept.count
    func estimate(_ basis: TimeEstimate.Basis, _ coreSeconds: Double) -> TimeEstimate {
      TimeEstimate(basis: basis, missing: missing, coreSeconds: coreSeconds, cores: settings.threads, of: experiment)
    }
    if missing == 0 { return estimate(.allKept, 0) }
    if !kept.isEmpty { return estimate(.kept(kept.count), kept.map { $0.stages.reduce(0) { $0 + $1.seconds } }.mean) }
    return estimate(.probe, try probed(experiment, speeds: &speeds))
  }

  /// An estimate is worth no failure: what cannot be used is measured again, and a store that cannot be used at all is said
  /// once of a list.
  private nonisolated func probed(_ experiment: Experiment, speeds: inout Speeds) throws -> Double {
    let estimates = KeptEstimates(settings)
    do {
      if !settings.isFresh, speeds.unkept == nil, let seconds = try estimates.coreSeconds(of: experiment) { return seconds }
    } catch let problem as FileProblem {
      say(problem, &speeds)
    } catch {
      listener.heard("\(error). Measuring how long \(experiment.id) takes again.")
    }
    let seconds = SpeedProbe(experiment, speeds: &speeds).coreSeconds
    guard speeds.unkept == nil else { return seconds }
    do throws(FileProblem) {
      try estimates.keep(seconds, of: experiment)
    } catch {
      say(error, &speeds)
    }
    return seconds
  }

  private nonisolated func say(_ problem: FileProblem, _ speeds: inout Speeds) {
    listener.heard("\(problem). How long experiments take is measured and not kept.")
    speeds.unkept = problem
  }
}
