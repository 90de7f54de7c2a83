extension Experiment {
  /// What these runs scored, as a baseline to accept.
  package func baseline(of runs: [Run], _ exposures: [Exposure], sources: SourceRevision, date: String, reason: String)
    -> Baseline
  {
    Baseline(
      id: id,
      claims: claims.map { claim in
        Baseline.ClaimScores(
          subject: claim.subject,
          scores: zip(runs, exposures).map { SeedScore(seed: $0.replicate, score: score(claim, $0, $1)) })
      },
      runs: runs.map { Baseline.RunFingerprint(seed: $0.replicate, fingerprint: $0.fingerprint) },
      datasets: datasetFingerprints, sourceHash: sources.hexadecimal, toolchain: sources.toolchain, date: date,
      reason: reason)
  }

  /// The subject of a claim whose mean is worse in the new baseline; controls have no better or worse.
  func firstWorseClaim(in new: Baseline, than kept: Baseline) -> String? {
    claims.first { claim in
      guard !claim.isControl, let before = kept.scores(of: claim.subject), let now = new.scores(of: claim.subject)
      else { return false }
      return claim.metric.isBetter(before.interval.estimate, than: now.interval.estimate)
    }?.subject
  }
}
