/// How far predictions are from the truth, as one number for a slice of a split.
package enum Metric: String, Hashable, Sendable, CaseIterable {
  /// The mean of (prediction - truth)^2.
  case squaredError
  /// The mean of |prediction - truth|.
  case absoluteError
  /// The share of predictions that, rounded to the nearest whole number (halves away from zero), equal the truth.
  case roundedAccuracy
  /// The share of predictions that are the truth: answers are names of things, and none is near another.
  case exactMatch
  /// The share of examples that were answered with the very path of the label.
  case exactPath
  /// The share of examples that were answered with a legal path as short as any.
  case shortestPath
  /// The mean probability of the right answer: how often answers that are drawn are right.
  case sampledAccuracy
  /// The share of questions whose likeliest answer is the right one.
  case greedyAccuracy
}

extension Metric {
  package var printedName: String {
    switch self {
    case .squaredError: "squared error"
    case .absoluteError: "absolute error"
    case .roundedAccuracy: "rounded accuracy"
    case .exactMatch: "exact match"
    case .exactPath: "exact path"
    case .shortestPath: "shortest path"
    case .sampledAccuracy: "sampled accuracy"
    case .greedyAccuracy: "greedy accuracy"
    }
  }

  package var lowerIsBetter: Bool {
    switch self {
    case .squaredError, .absoluteError: true
    case .roundedAccuracy, .exactMatch, .exactPath, .shortestPath, .sampledAccuracy, .greedyAccuracy: false
    }
  }

  /// The column of an evaluation that says, with 1 or 0, whether an example was answered well; nil where that follows from
  /// truth and prediction.
  var column: String? {
    switch self {
    case .squaredError, .absoluteError, .roundedAccuracy, .exactMatch, .sampledAccuracy: nil
    case .exactPath: "exact"
    case .shortestPath: "shortest"
    case .greedyAccuracy: "greedy"
    }
  }

  /// Those that follow from one number an example, whatever the family.
  package static let ofNumbers: [Metric] = [.squaredError, .absoluteError, .roundedAccuracy, .exactMatch]

  /// The score of a perfect model.
  package var best: Double { lowerIsBetter ? 0 : 1 }

  /// What no score is worse than.
  package var worst: Double { lowerIsBetter ? .infinity : 0 }

  /// Strictly better; false where either is NaN.
  package func isBetter(_ score: Double, than other: Double) -> Bool {
    lowerIsBetter ? score < other : score > other
  }

  /// The better of the two scores; NaN if either is.
  package func better(_ one: Double, _ other: Double) -> Double {
    if one.isNaN || other.isNaN { return .nan }
    return isBetter(one, than: other) ? one : other
  }
}

extension Metric {
  /// What one example adds before the mean is taken. NaN unless both are finite: a diverged model scores nothing, not
  /// even a wrong answer.
  package func term(truth: Double, prediction: Double) -> Double {
    guard truth.isFinite, prediction.isFinite else { return .nan }
    let difference = prediction - truth
    return switch self {
    case .squaredError: difference * difference
    case .absoluteError: difference.magnitude
    case .roundedAccuracy: prediction.rounded() == truth ? 1 : 0
    case .exactMatch: prediction == truth ? 1 : 0
    // A probability, or whether an answer was right.
    case .sampledAccuracy, .greedyAccuracy: prediction
    case .exactPath, .shortestPath: preconditionFailure("A \(printedName) is more than one number.")
    }
  }

  /// One term an example of the slice, in index order: for histograms and bootstraps.
  package func terms(_ evaluation: Evaluation, _ slice: Slice) -> [Double] {
    let rows = evaluation.rows(in: slice)
    if let column {
      let values = evaluation.attribute(column).values
      return rows.map { Double(values[$0]) }
    }
    return rows.map {
      term(truth: Double(evaluation.truths[$0]), prediction: Double(evaluation.predictions[$0]))
    }
  }

  /// The mean term over the slice, summed in index order. NaN for an empty slice: nothing asked is nothing shown.
  package func score(_ evaluation: Evaluation, _ slice: Slice) -> Double {
    terms(evaluation, slice).mean
  }
}
