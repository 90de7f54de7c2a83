import Training

extension Experiment {
  /// What these runs scored, as a baseline to accept.
  package func baseline(of runs: [Run], _ exposures: [Exposure], sources: SourceRevision, date: String, reason: String)
    -> Baseline
  {
    Baseline(
      id: plan.id,
      claims: claims.map { claim in
        Baseline.ClaimScores(
          subject: claim.subject,
          scores: zip(runs, exposures).map { SeedScore(seed: $0.replicate, score: score(claim, $0, $1)) })
      },
      runs: runs.map { Baseline.RunFingerprint(seed: $0.replicate, fingerprint: $0.fingerprint) },
      datasets: datasetFingerprints, sourceHash: sources.hexadecimal, toolchain: sources.toolchain, date: date,
      reason: reason)
  }
}
