import Training

extension TrainedExperiment {
  /// What its runs scored, as a baseline to accept.
  package func baseline(sources: SourceRevision, date: String, reason: String) -> Baseline {
    Baseline(
      id: experiment.id,
      claims: experiment.claims.map { claim in
        Baseline.ClaimScores(
          subject: claim.subject,
          scores: runs.indices.map { SeedScore(seed: runs[$0].replicate, score: score(claim, replicate: $0)) })
      },
      runs: runs.map { Baseline.RunFingerprint(seed: $0.replicate, fingerprint: $0.fingerprint) },
      datasets: experiment.datasetFingerprints, sourceHash: sources.hexadecimal, toolchain: sources.toolchain,
      date: date,
      reason: reason)
  }

  /// - Parameter place: of the replicate among those that finished.
  package func score(_ claim: Claim, replicate place: Int) -> Double {
    experiment.score(
      claim, runs[place], exposures[place], readings: readings.isEmpty ? [] : readings[place])
  }
}
