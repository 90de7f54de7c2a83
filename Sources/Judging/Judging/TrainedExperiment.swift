import Instruments
import Training

/// An experiment whose replicates were trained, and all that a judge needs of them.
package struct TrainedExperiment: Sendable {
  package let experiment: Experiment
  /// Those that finished, ascending.
  package let runs: [Run]
  /// What each of them has seen of what it is asked.
  package let exposures: [Exposure]
  /// What the experiment's instrument saw of each, and read off it; empty where it has none.
  package let sightings: [Sighting]
  package let readings: [[Reading]]
  /// Those that did not.
  package let diverged: [RunDiverged]
  /// What the runs came to: hashing them takes a moment, and every claim asks.
  let fingerprints: [Baseline.RunFingerprint]

  /// - Throws: `AllocationProblem` where what was seen gives no readings.
  package init(
    experiment: Experiment, runs: [Run], exposures: [Exposure], sightings: [Sighting] = [], diverged: [RunDiverged]
  ) throws {
    self.experiment = experiment
    self.runs = runs
    self.exposures = exposures
    self.sightings = sightings
    readings = try experiment.instrumentation.map { try sightings.map($0.instrument.readings) } ?? []
    self.diverged = diverged
    fingerprints = runs.map(Baseline.RunFingerprint.init)
  }

  /// - Parameter isBaselineDue: whether having none is a failure.
  package func judge(_ claim: Claim, baseline: Baseline?, isBaselineDue: Bool = false) -> JudgedClaim {
    let out = experiment.sittingOut(claim)
    let judges = runs.indices.filter { !out.contains(runs[$0].replicate) }
    return experiment.judge(
      claim, by: judges.map { runs[$0] }, fingerprints: judges.map { fingerprints[$0] },
      exposures: judges.map { exposures[$0] }, readings: readings.isEmpty ? [] : judges.map { readings[$0] },
      baseline: baseline,
      diverged: diverged.filter { !out.contains($0.replicate) }, isBaselineDue: isBaselineDue)
  }

  package func judgeAll(baseline: Baseline?) -> [JudgedClaim] {
    experiment.claims.map { judge($0, baseline: baseline) }
  }
}

extension Lab {
  /// Trains what is not kept, measures what it has seen, and reads what the experiment's instrument reads: once, whoever
  /// asks.
  package func trained(_ experiment: Experiment) async throws -> TrainedExperiment {
    try await once(experiment) {
      let (runs, diverged) = try await self.outcomes(of: experiment.plan)
      return try await self.watched(experiment, runs, diverged)
    }.value
  }

  /// The same of runs that are at hand.
  package func watched(
    _ experiment: Experiment, _ runs: [Run], _ diverged: [RunDiverged] = []
  ) async throws -> TrainedExperiment {
    var seen: [Sighting] = []
    if let instrumentation = experiment.instrumentation {
      seen = try await sightings(by: instrumentation, of: runs, experiment.plan)
    }
    return try TrainedExperiment(
      experiment: experiment, runs: runs, exposures: try await exposures(of: experiment.plan, runs), sightings: seen,
      diverged: diverged)
  }
}
