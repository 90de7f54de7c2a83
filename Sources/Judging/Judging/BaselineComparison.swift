import Reports

/// A claim's scores beside those that were accepted before.
package enum BaselineComparison: Sendable, Hashable {
  /// None was ever accepted.
  case none
  /// Every run ended with the baseline's bits.
  case sameBits(Baseline.ClaimScores)
  /// The examples are others: nothing can be concluded.
  case notComparable(Baseline.ClaimScores)
  case paired(Baseline.ClaimScores, PairedComparison, RegressionGate)

  /// - Parameters:
  ///   - runs: what the judged runs came to, hashed only where there is something to compare with.
  ///   - datasets: drawn only where the bits do not settle it.
  init(
    _ judgement: Judgement, runs: @autoclosure () -> [Baseline.RunFingerprint],
    datasets: @autoclosure () -> [Baseline.DatasetFingerprint], baseline: Baseline?
  ) {
    guard let baseline, let accepted = baseline.scores(of: judgement.claim.subject) else {
      self = .none
      return
    }
    if accepted.scores.isSame(as: judgement.scores), !baseline.runs.isEmpty, runs() == baseline.runs {
      self = .sameBits(accepted)
    } else if datasets().sorted(by: { $0.name < $1.name }) != baseline.datasets {
      self = .notComparable(accepted)
    } else {
      self = .paired(
        accepted, PairedComparison(base: accepted.scores, head: judgement.scores),
        RegressionGate(
          accepted: accepted.scores.values, new: judgement.scores.values,
          smallestEffect: judgement.claim.smallestEffect))
    }
  }

  package var accepted: Baseline.ClaimScores? {
    switch self {
    case .none: nil
    case .sameBits(let scores), .notComparable(let scores), .paired(let scores, _, _): scores
    }
  }

  /// Worse by more than noise, counted over the whole suite, and the smallest effect.
  func isWorse(_ metric: Metric) -> Bool { trend == (metric.lowerIsBetter ? .grew : .fell) }

  /// Better by as much: what is accepted because it looks better must not be luck, or the next run looks worse.
  func isBetter(_ metric: Metric) -> Bool { trend == (metric.lowerIsBetter ? .fell : .grew) }

  private var trend: PairedComparison.Trend? {
    guard case .paired(_, _, let gate) = self else { return nil }
    return gate.trend
  }
}
