import Reports
import Training

/// A claim's scores beside those that were accepted before.
package enum BaselineComparison: Sendable, Hashable {
  /// None was ever accepted.
  case none
  /// Every run ended with the baseline's bits.
  case sameBits(Baseline.ClaimScores)
  /// The examples are others: nothing can be concluded.
  case notComparable(Baseline.ClaimScores)
  case paired(Baseline.ClaimScores, PairedComparison)

  init(_ judgement: Judgement, runs: [Run], datasets: [Baseline.DatasetFingerprint], baseline: Baseline?) {
    guard let baseline, let accepted = baseline.scores(of: judgement.claim.subject) else {
      self = .none
      return
    }
    let found = runs.map { Baseline.RunFingerprint(seed: $0.replicate, fingerprint: $0.fingerprint) }
    if !found.isEmpty, found == baseline.runs, accepted.scores == judgement.scores {
      self = .sameBits(accepted)
    } else if datasets.sorted(by: { $0.name < $1.name }) != baseline.datasets {
      self = .notComparable(accepted)
    } else {
      self = .paired(accepted, PairedComparison(base: accepted.scores, head: judgement.scores))
    }
  }

  package var accepted: Baseline.ClaimScores? {
    switch self {
    case .none: nil
    case .sameBits(let scores), .notComparable(let scores), .paired(let scores, _): scores
    }
  }

  /// The whole interval of the paired difference lies on the worse side.
  func isWorse(_ metric: Metric) -> Bool { trend == (metric.lowerIsBetter ? .grew : .fell) }

  /// The whole interval of the paired difference lies on the better side.
  func isBetter(_ metric: Metric) -> Bool { trend == (metric.lowerIsBetter ? .fell : .grew) }

  private var trend: PairedComparison.Trend? {
    guard case .paired(_, let comparison) = self else { return nil }
    return comparison.trend
  }
}
