/// What a trivial predictor scored.
package struct TrivialScore: Hashable, Sendable {
  package let predictor: TrivialPredictor
  package let score: Double

  package init(predictor: TrivialPredictor, score: Double) {
    self.predictor = predictor
    self.score = score
  }
}

extension [TrivialScore] {
  /// The hardest one to beat, the first of several; nil when there is none. One that is NaN is the hardest of all.
  package func best(_ metric: Metric) -> TrivialScore? {
    dropFirst().reduce(first) { best, next in
      guard let best, !best.score.isNaN else { return best }
      return next.score.isNaN || metric.isBetter(next.score, than: best.score) ? next : best
    }
  }
}
