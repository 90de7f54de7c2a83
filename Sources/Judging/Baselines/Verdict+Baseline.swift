extension Verdict {
  /// What is to be said of scores that were accepted. Leaks are of the run, and not in a baseline.
  package init(judging claim: Claim, accepted: Baseline.ClaimScores, replicates: Int) {
    self.init(
      judging: claim, replicates: replicates, scores: accepted.scores, emptySeeds: [],
      trivialScores: accepted.floors.sorted { $0.key < $1.key }.map {
        TrivialScore(predictor: .nothing($0.value, label: $0.key), score: $0.value)
      })
  }
}
