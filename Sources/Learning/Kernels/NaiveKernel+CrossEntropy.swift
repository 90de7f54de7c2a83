import Foundation

extension NaiveKernel {
  /// The sum over rows of weight (log(sum of e^logit) - logit[class]).
  static func crossEntropy(logits: [Double], classes: [Int32], weights: [Double]) -> Double {
    let count = logits.count / classes.count
    return classes.indices.reduce(0) { sum, r in
      let probabilities = softmax(Array(logits[r * count..<(r + 1) * count]))
      return sum - weights[r] * log(probabilities[Int(classes[r])])
    }
  }
}
