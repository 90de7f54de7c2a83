import Instruments
import Judging
import Learning
import Training

extension Loss {
  /// The mean loss of kept answers, of one number or of a logit for each name an example.
  func score(_ evaluation: Evaluation, _ answers: [Float]) -> Double {
    switch self {
    case .squaredError: Metric.squaredError.score(evaluation, .everything)
    case .crossEntropy: Self.crossEntropy(answers, evaluation.truths)
    case .softCrossEntropy:
      preconditionFailure("What each answer to \(evaluation.split) would have been worth is not kept.")
    }
  }

  /// By which the share of right answers is told.
  var accuracy: Metric {
    switch self {
    case .squaredError: .roundedAccuracy
    case .crossEntropy, .softCrossEntropy: .exactMatch
    }
  }

  /// The mean of -ln p(truth).
  ///
  /// - Parameter logits: `[truths, names]`
  private static func crossEntropy(_ logits: [Float], _ truths: [Float]) -> Double {
    precondition(
      logits.count > truths.count && logits.count.isMultiple(of: truths.count),
      "\(truths.count) answers have equally many logits each, not \(logits.count) in all.")
    let names = logits.count / truths.count
    return truths.enumerated().map { row, truth in
      let own = logits[row * names..<(row + 1) * names].map(Double.init)
      guard own.allSatisfy(\.isFinite), let largest = own.max() else { return .nan }
      let sum = own.reduce(0) { $0 + Elementary.exponential($1 - largest) }
      return largest + Elementary.logarithm(sum) - own[Int(truth)]
    }.mean
  }
}
