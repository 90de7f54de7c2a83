/// The overseer H of the paper. With j = k >> 1 it asks (x, j), then (the reply, j), then, for odd k, (the reply, 1),
/// and answers the last reply. Once a reply is no element it asks only blanks and does not know.
///
/// A primitive question is asked on as it is. Where nothing is asked it does not know.
package struct ScriptedOverseer: Overseer, Hashable, Sendable {
  package init() {}

  package func action(after transcript: PowerTranscript) -> OverseerAction {
    let plan = plan(transcript.question)
    var current = plan.start
    for (exponent, round) in zip(plan.exponents, transcript.rounds) where exponent != nil {
      current = current == nil ? nil : round.reply.element
    }
    let place = transcript.rounds.count
    if place == PowerTranscript.roundCount { return .answer(current.map(PowerAnswer.element) ?? .unknown) }
    guard let exponent = plan.exponents[place], let current else { return .ask(.blank) }
    return .ask(.power(element: current, exponent: exponent))
  }

  /// The element to begin with, and the exponent of each round; nil for a blank round.
  private func plan(_ question: PowerQuestion) -> (start: Int?, exponents: [Int?]) {
    switch question {
    case .power(let element, let exponent) where exponent < 2: (element, [exponent, nil, nil])
    case .power(let element, let exponent):
      (element, [exponent >> 1, exponent >> 1, exponent & 1 == 1 ? 1 : nil])
    case .blank, .nonsense: (nil, [nil, nil, nil])
    }
  }
}
