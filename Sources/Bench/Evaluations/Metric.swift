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
  /// The share of examples that were answered with a legal path to the target, of any length.
  case validPath
  /// The share of examples whose answer ends at the target, however it came there.
  case reachedTarget
  /// The share of examples whose answer begins where the path does.
  case firstCell
  /// The mean over examples of the share of an answer's steps that no wall is in the way of; 0 for an answer without.
  case legalSteps
  /// The mean over examples of the share of the path's forks that the answer leaves by a shortest way; 1 for no forks.
  case rightForks
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
    case .validPath: "valid path"
    case .reachedTarget: "reached target"
    case .firstCell: "first cell"
    case .legalSteps: "legal steps"
    case .rightForks: "right forks"
    }
  }

  package var lowerIsBetter: Bool {
    switch self {
    case .squaredError, .absoluteError: true
    case .roundedAccuracy, .exactMatch, .exactPath, .shortestPath, .validPath, .reachedTarget, .firstCell, .legalSteps,
      .rightForks, .sampledAccuracy, .greedyAccuracy:
      false
    }
  }

  /// The column of an evaluation that says how well an example was answered; nil where that follows from truth and
  /// prediction.
  var column: String? {
    switch self {
    case .squaredError, .absoluteError, .roundedAccuracy, .exactMatch, .sampledAccuracy: nil
    case .exactPath: "exact"
    case .shortestPath: "shortest"
    case .greedyAccuracy: "greedy"
    case .validPath: "valid"
    case .reachedTarget: "reaches"
    case .firstCell: "first"
    case .legalSteps: "legal"
    case .rightForks: "right"
    }
  }

  /// What a column says of an example that was answered as well as can be: 1, or 1000 thousandths.
  var columnOfBest: Double { self == .legalSteps || self == .rightForks ? 1000 : 1 }

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
    case .exactPath, .shortestPath, .validPath, .reachedTarget, .firstCell, .legalSteps, .rightForks:
      preconditionFailure("\(printedName) is known by more than one number.")
    }
  }

  /// One term an example of the slice, in index order: for histograms and bootstraps.
  package func terms(_ evaluation: Evaluation, _ slice: Slice) -> [Double] {
    let rows = evaluation.rows(in: slice)
    if let column {
      let values = evaluation.attribute(column).values
      // Nor does a diverged model score what a column makes of its answer.
      return rows.map { evaluation.predictions[$0].isFinite ? Double(values[$0]) / columnOfBest : .nan }
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
