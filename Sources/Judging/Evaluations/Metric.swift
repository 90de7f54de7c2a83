import Reports
import Training

/// How well a slice of a split was answered, as one number: the mean of a term over its examples. A value: a task family
/// declares those that only it needs beside its examples.
package struct Metric: Hashable, Sendable {
  /// What one example adds before the mean is taken.
  package enum Term: Hashable, Sendable {
    /// (prediction - truth)^2.
    case squaredDifference
    /// |prediction - truth|.
    case absoluteDifference
    /// 1 where the prediction, rounded to the nearest whole number (halves away from zero), equals the truth.
    case roundedMatch
    /// 1 where the prediction is the truth: answers are names of things, and none is near another.
    case match
    /// The prediction itself: the probability of the right answer.
    case probability
    /// What a column of the evaluation says, as a share of what it says of the best answer.
    case column(String, best: Int)
    /// The prediction itself: a number that an instrument read off the replicate.
    case reading(lowerIsBetter: Bool)
  }

  /// In words, as tables print it.
  package let printedName: String
  package let term: Term

  package init(_ printedName: String, _ term: Term) {
    self.printedName = printedName
    self.term = term
  }
}

extension Metric {
  /// The mean of (prediction - truth)^2.
  package static let squaredError = Metric("squared error", .squaredDifference)
  /// The mean of |prediction - truth|.
  package static let absoluteError = Metric("absolute error", .absoluteDifference)
  /// The share of predictions that, rounded to the nearest whole number, equal the truth.
  package static let roundedAccuracy = Metric("rounded accuracy", .roundedMatch)
  /// The share of predictions that are the truth.
  package static let exactMatch = Metric("exact match", .match)

  /// Those that follow from one number an example, whatever the family.
  package static let ofNumbers: [Metric] = [.squaredError, .absoluteError, .roundedAccuracy, .exactMatch]
}

extension Metric {
  package var lowerIsBetter: Bool {
    switch term {
    case .squaredDifference, .absoluteDifference: true
    case .reading(let lowerIsBetter): lowerIsBetter
    case .roundedMatch, .match, .probability, .column: false
    }
  }

  /// Whether it is of a replicate, and of no examples.
  package var isReading: Bool {
    if case .reading = term { true } else { false }
  }

  /// Whether it is a share of examples: each adds from 0 to 1.
  package var isShare: Bool {
    switch term {
    case .roundedMatch, .match, .probability, .column: true
    case .squaredDifference, .absoluteDifference, .reading: false
    }
  }

  /// The column of an evaluation that says how well an example was answered; nil where that follows from truth and
  /// prediction.
  package var column: String? {
    guard case .column(let name, _) = term else { return nil }
    return name
  }

  /// Whether answers are names of things: right or wrong, and neither far off nor in an order.
  package var isAboutNames: Bool { term == .match }

  /// How its numbers are written, and between which they lie. Of what an instrument reads only its name tells.
  package var scale: Scale {
    switch term {
    case .squaredDifference, .absoluteDifference: .error
    case .roundedMatch, .match, .probability, .column: .share
    case .reading: printedName.hasPrefix("share") ? .share : .number
    }
  }

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
    return switch term {
    case .squaredDifference: difference * difference
    case .absoluteDifference: difference.magnitude
    case .roundedMatch: prediction.rounded() == truth ? 1 : 0
    case .match: prediction == truth ? 1 : 0
    case .probability, .reading: prediction
    case .column: preconditionFailure("\(printedName) is known by more than one number.")
    }
  }

  /// One term an example of the slice, in index order: for histograms and bootstraps.
  package func terms(_ evaluation: Evaluation, _ slice: Slice) -> [Double] {
    let rows = evaluation.rows(in: slice)
    if case .column(let name, let best) = term {
      let values = evaluation.attribute(name).values
      // Nor does a diverged model score what a column makes of its answer.
      return rows.map { evaluation.predictions[$0].isFinite ? Double(values[$0]) / Double(best) : .nan }
    }
    return rows.map {
      term(truth: Double(evaluation.truths[$0]), prediction: Double(evaluation.predictions[$0]))
    }
  }

  /// The mean term over the slice, summed in index order. NaN for an empty slice: nothing asked is nothing shown.
  package func score(_ evaluation: Evaluation, _ slice: Slice) -> Double {
    terms(evaluation, slice).mean
  }

  /// The score of one replicate, with its examples where it is a share of them.
  package func score(of replicate: Replicate, _ slice: Slice) -> SeedScore {
    let terms = terms(replicate.evaluation, slice)
    return SeedScore(seed: replicate.seed, score: terms.mean, examples: isShare ? terms.count : nil)
  }
}
