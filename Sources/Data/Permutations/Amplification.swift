/// An overseer with somebody to ask: Amplify^H(X). Primitive questions are answered from the facts, all others by X,
/// or, with more levels than one, by X amplified in the same way.
package struct Amplification<Asker: Overseer> {
  package let overseer: Asker

  package init(_ overseer: Asker) { self.overseer = overseer }

  /// The three rounds and the answer, whoever replies.
  package func transcript(
    of question: PowerQuestion, replying reply: (PowerQuestion) throws -> PowerAnswer
  ) rethrows -> PowerTranscript {
    var transcript = PowerTranscript(question)
    while true {
      switch overseer.action(after: transcript) {
      case .ask(let question): transcript.record(question, reply: try reply(question))
      case .answer(let answer):
        transcript.finish(answer)
        return transcript
      }
    }
  }

  /// All that is asked for an answer.
  ///
  /// A question that is primitive is answered from the facts, at any level, the first one too. A question that asks
  /// nothing goes to X at once.
  /// - Parameters:
  ///   - levels: how often X is amplified. At 0 the question goes to X; as many levels as the exponent has bits leave X
  ///     only blanks to answer.
  ///   - answer: X.
  package func tree(
    of question: PowerQuestion, in context: PowerContext, levels: Int,
    answering answer: (PowerQuestion) throws -> PowerAnswer
  ) rethrows -> QuestionTree {
    precondition(levels >= 0, "X is amplified some number of times, not \(levels).")
    if question.isPrimitive {
      return QuestionTree(question: question, answer: context.answer(to: question), source: .facts, children: [])
    }
    guard levels > 0, case .power = question else {
      return QuestionTree(question: question, answer: try answer(question), source: .answerer, children: [])
    }
    var children: [QuestionTree] = []
    let transcript = try transcript(of: question) { question in
      let child = try tree(of: question, in: context, levels: levels - 1, answering: answer)
      children.append(child)
      return child.answer
    }
    return QuestionTree(question: question, answer: transcript.answer!, source: .overseer, children: children)
  }
}

extension Amplification: Sendable where Asker: Sendable {}
