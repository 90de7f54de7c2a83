import Data

/// The first question of an example, taken apart: what a network is asked.
package struct PowerTask {
  package let context: PowerContext
  /// The symbol asked about, and its place.
  package let element: Int
  package let place: Int
  package let exponent: Int
  /// The symbol that is the answer.
  package let answer: Int

  package init(_ example: PowerExample) {
    guard case .power(let element, let exponent) = example.questions[0], let answer = example.answers[0].element,
      let place = example.context.place(of: element)
    else { preconditionFailure("A split asks for powers of elements, unlike \(example.questions[0]).") }
    (context, self.element, self.place) = (example.context, element, place)
    (self.exponent, self.answer) = (exponent, answer)
  }
}
