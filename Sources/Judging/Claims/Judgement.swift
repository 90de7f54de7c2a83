import Training

/// A claim, everything it was judged by, and the verdict.
package struct Judgement: Hashable, Sendable {
  package let claim: Claim
  /// How many replicates were declared.
  package let replicates: Int
  /// One score a replicate, in the order given.
  package let scores: [SeedScore]
  /// Of the mean score across replicates.
  package let interval: Interval
  /// One a predictor; where the replicates were asked different examples, the score hardest to beat.
  package let trivialScores: [TrivialScore]
  /// The same metric on further slices of the split.
  package let slices: [SliceInterval]
  package let verdict: Verdict

  /// Judges a claim by what its replicates answered.
  ///
  /// - Parameters:
  ///   - replicates: how many were declared, at least 1; `answers` may hold fewer, and the claim then fails.
  ///   - answers: each of another replicate, all of the claim's split.
  ///   - predictors: the floors, at least one.
  ///   - diverged: the replicates that have no answers.
  ///   - slices: reported, not judged. Slices of the whole split: where they disagree, the claim's own mean hides it.
  ///     Those of which some replicate was asked nothing are left out.
  package init(
    of claim: Claim, replicates: Int, answers: [Replicate], against predictors: [TrivialPredictor],
    reporting slices: [Slice], diverged: [RunDiverged] = []
  ) {
    precondition(replicates >= 1, "\(claim.subject): \(replicates) replicates are declared")
    precondition(
      !predictors.isEmpty || claim.metric.isReading,
      "\(claim.subject): without a trivial predictor there is no floor to rise above")
    for answer in answers {
      precondition(
        answer.evaluation.split == claim.split,
        "\(claim.subject) is about \(claim.split), and seed \(answer.seed) answered \(answer.evaluation.split)")
    }
    self.claim = claim
    self.replicates = replicates
    let scores = Self.scores(of: answers, claim.metric, claim.slice)
    if let seed = scores.firstRepeatedSeed { preconditionFailure("\(claim.subject): seed \(seed) is there twice") }
    self.scores = scores
    interval = scores.interval
    trivialScores = predictors.map { Self.hardest($0, claim, answers) }
    let answered = slices.filter { slice in answers.allSatisfy { !$0.evaluation.rows(in: slice).isEmpty } }
    self.slices = answered.map { slice in
      SliceInterval(
        slice: slice, interval: Self.scores(of: answers, claim.metric, slice).interval)
    }
    let emptySeeds = answers.filter { $0.evaluation.rows(in: claim.slice).isEmpty }.map(\.seed)
    verdict = Verdict(
      judging: claim, replicates: replicates, scores: scores, emptySeeds: emptySeeds, trivialScores: trivialScores,
      diverged: diverged)
  }

  package var reasons: [FailureReason] { verdict.reasons }

  /// The reported slice with the worst estimate, among those that have one.
  package var worstSlice: SliceInterval? {
    slices.filter { !$0.interval.isUndefined }.reduce(nil) { worst, next in
      guard let worst else { return next }
      return claim.metric.isBetter(worst.interval.estimate, than: next.interval.estimate) ? next : worst
    }
  }

  private static func scores(of answers: [Replicate], _ metric: Metric, _ slice: Slice) -> [SeedScore] {
    answers.map { metric.score(of: $0, slice) }
  }

  private static func hardest(_ predictor: TrivialPredictor, _ claim: Claim, _ answers: [Replicate]) -> TrivialScore {
    let scores = answers.map { predictor.score(on: $0.evaluation, metric: claim.metric, slice: claim.slice) }
    let hardest = scores.dropFirst().reduce(scores.first ?? .nan, claim.metric.better)
    return TrivialScore(predictor: predictor, score: hardest)
  }
}
