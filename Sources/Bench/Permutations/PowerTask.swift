import Data

/// The first question of an example, taken apart: what a network is asked.
struct PowerTask {
  let context: PowerContext
  /// The symbol asked about, and its place.
  let element: Int
  let place: Int
  let exponent: Int
  /// The symbol that is the answer.
  let answer: Int

  init(_ example: PowerExample) {
    guard case .power(let element, let exponent) = example.questions[0], let answer = example.answers[0].element,
      let place = example.context.place(of: element)
    else { preconditionFailure("A split asks for powers of elements, unlike \(example.questions[0]).") }
    (context, self.element, self.place) = (example.context, element, place)
    (self.exponent, self.answer) = (exponent, answer)
  }

  /// Whether the identity is right, or truncation to the trained bits where it leaves some out.
  var isTrivial: Bool {
    let truncation = PowerPredictor.truncation(bits: PowerSplit.trainedBits)
    return answer == answer(of: .identity)
      || truncation.exponent(insteadOf: exponent) != exponent && answer == answer(of: truncation)
  }

  /// The symbol of the largest logit, the first of several; NaN where a logit is NaN.
  static func answer(_ logits: ArraySlice<Float>) -> Float {
    if logits.contains(where: \.isNaN) { return .nan }
    let best = logits.indices.dropFirst().reduce(logits.startIndex) { logits[$1] > logits[$0] ? $1 : $0 }
    return Float(best - logits.startIndex)
  }

  /// What a predictor answers: a symbol.
  func answer(of predictor: PowerPredictor) -> Int {
    predictor.answer(to: .power(element: element, exponent: exponent), in: context).element!
  }
}
