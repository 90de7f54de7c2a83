/// A context, questions about it, and the true answers.
package struct PowerExample: Hashable, Sendable {
  /// Its place in the split.
  package let index: Int
  package let context: PowerContext
  package let questions: [PowerQuestion]
  /// An answer for each question.
  package let answers: [PowerAnswer]

  /// The answers are the oracle's.
  package init(index: Int, context: PowerContext, questions: [PowerQuestion]) {
    self.init(
      index: index, context: context, questions: questions, answers: questions.map { context.answer(to: $0) })
  }

  init(index: Int, context: PowerContext, questions: [PowerQuestion], answers: [PowerAnswer]) {
    (self.index, self.context, self.questions, self.answers) = (index, context, questions, answers)
  }
}
