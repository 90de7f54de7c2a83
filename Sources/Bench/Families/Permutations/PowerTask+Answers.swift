import Data
import Training

extension PowerTask {
  /// Whether the identity is right, or truncation to the trained bits where it leaves some out.
  var isTrivial: Bool {
    let truncation = PowerPredictor.truncation(bits: PowerSplit.trainedBits)
    return answer == answer(of: .identity)
      || truncation.exponent(insteadOf: exponent) != exponent && answer == answer(of: truncation)
  }

  /// The symbol of the largest logit, the first of several; NaN where a logit is NaN.
  package static func answer(_ logits: ArraySlice<Float>) -> Float {
    if logits.contains(where: \.isNaN) { return .nan }
    let best = logits.indices.dropFirst().reduce(logits.startIndex) { logits[$1] > logits[$0] ? $1 : $0 }
    return Float(best - logits.startIndex)
  }

  /// What a predictor answers: a symbol.
  func answer(of predictor: PowerPredictor) -> Int {
    predictor.answer(to: .power(element: element, exponent: exponent), in: context).element!
  }
}
