import Instruments
import Training

/// An experiment whose replicates were trained, and all that a judge needs of them.
package struct TrainedExperiment: Sendable {
  package let experiment: Experiment
  /// Those that finished, ascending.
  package let runs: [Run]
  /// What each of them has seen of what it is asked.
  package let exposures: [Exposure]
  /// What the experiment's instrument read off each; empty where it has none.
  package let readings: [[Reading]]
  /// Those that did not.
  package let diverged: [RunDiverged]

  package init(
    experiment: Experiment, runs: [Run], exposures: [Exposure], readings: [[Reading]] = [], diverged: [RunDiverged]
  ) {
    self.experiment = experiment
    self.runs = runs
    self.exposures = exposures
    self.readings = readings
    self.diverged = diverged
  }

  /// - Parameter isBaselineDue: whether having none is a failure.
  package func judge(_ claim: Claim, baseline: Baseline?, isBaselineDue: Bool = false) -> JudgedClaim {
    experiment.judge(
      claim, by: runs, exposures: exposures, readings: readings, baseline: baseline, diverged: diverged,
      isBaselineDue: isBaselineDue)
  }

  package func judgeAll(baseline: Baseline?) -> [JudgedClaim] {
    experiment.claims.map { judge($0, baseline: baseline) }
  }
}

extension Lab {
  /// Trains what is not kept, measures what it has seen, and reads what the experiment's instrument reads.
  package func trained(_ experiment: Experiment) async throws -> TrainedExperiment {
    let (runs, diverged) = try await outcomes(of: experiment.plan)
    return TrainedExperiment(
      experiment: experiment, runs: runs, exposures: try await exposures(of: experiment.plan, runs),
      readings: try await readings(of: experiment, runs), diverged: diverged)
  }

  /// Of each of the runs; empty where the experiment has no instrument.
  package func readings(of experiment: Experiment, _ runs: [Run]) async throws -> [[Reading]] {
    guard let instrumentation = experiment.instrumentation else { return [] }
    let replicates = runs.map { String($0.replicate) }.joined(separator: " ")
    return try await once("readings of \(experiment.id) \(experiment.profile) \(replicates)") {
      try await self.readings(by: instrumentation, of: runs, experiment.plan)
    }.value
  }
}
