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

  /// What a predictor answers: a symbol.
  func answer(of predictor: PowerPredictor) -> Int {
    predictor.answer(to: .power(element: element, exponent: exponent), in: context).element!
  }
}
