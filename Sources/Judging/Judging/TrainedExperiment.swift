import Training

/// An experiment whose replicates were trained, and all that a judge needs of them.
package struct TrainedExperiment: Sendable {
  package let experiment: Experiment
  /// Those that finished, ascending.
  package let runs: [Run]
  /// What each of them has seen of what it is asked.
  package let exposures: [Exposure]
  /// Those that did not.
  package let diverged: [RunDiverged]

  package init(experiment: Experiment, runs: [Run], exposures: [Exposure], diverged: [RunDiverged]) {
    self.experiment = experiment
    self.runs = runs
    self.exposures = exposures
    self.diverged = diverged
  }

  /// - Parameter isBaselineDue: whether having none is a failure.
  package func judge(_ claim: Claim, baseline: Baseline?, isBaselineDue: Bool = false) -> JudgedClaim {
    experiment.judge(
      claim, by: runs, exposures: exposures, baseline: baseline, diverged: diverged, isBaselineDue: isBaselineDue)
  }

  package func judgeAll(baseline: Baseline?) -> [JudgedClaim] {
    experiment.claims.map { judge($0, baseline: baseline) }
  }
}

extension Lab {
  /// Trains what is not kept, and measures what it has seen.
  package func trained(_ experiment: Experiment) async throws -> TrainedExperiment {
    let (runs, diverged) = try await outcomes(of: experiment.plan)
    return TrainedExperiment(
      experiment: experiment, runs: runs, exposures: try await exposures(of: experiment.plan, runs), diverged: diverged)
  }
}
