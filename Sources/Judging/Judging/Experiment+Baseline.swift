import Training

extension TrainedExperiment {
  /// What its runs scored, as a baseline to accept.
  package func baseline(sources: SourceRevision, date: String, reason: String) -> Baseline {
    Baseline(
      id: experiment.id,
      claims: experiment.claims.map { claim in
        let judgement = judge(claim, baseline: nil).judgement
        return Baseline.ClaimScores(
          subject: claim.subject, scores: judgement.scores,
          floors: Dictionary(uniqueKeysWithValues: judgement.trivialScores.map { ($0.predictor.label, $0.score) }))
      },
      runs: fingerprints,
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

extension Baseline.RunFingerprint {
  /// What a run came to. All that it kept is hashed.
  package init(_ run: Run) { self.init(seed: run.replicate, fingerprint: run.fingerprint) }
}
