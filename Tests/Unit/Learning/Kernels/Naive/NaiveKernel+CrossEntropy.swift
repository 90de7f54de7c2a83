import Foundation

@testable import Learning

extension NaiveKernel {
  /// The sum over rows of weight (log(sum of e^logit) - logit[class]).
  static func crossEntropy(logits: [Double], classes: [Int32], weights: [Double]) -> Double {
    let count = logits.count / classes.count
    return classes.indices.reduce(0) { sum, r in
      let probabilities = softmax(Array(logits[r * count..<(r + 1) * count]))
      return sum - weights[r] * log(probabilities[Int(classes[r])])
    }
  }

  /// The sum over rows and classes of target (log(sum of e^logit) - logit).
  static func softCrossEntropy(logits: [Double], targets: [Double], classCount: Int) -> Double {
    (0..<logits.count / classCount).reduce(0) { sum, r in
      let row = r * classCount..<(r + 1) * classCount
      let probabilities = softmax(Array(logits[row]))
      return zip(targets[row], probabilities).reduce(sum) { $0 - $1.0 * log($1.1) }
    }
  }
}
