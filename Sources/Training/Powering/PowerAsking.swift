import Data
import Learning

/// Questions about several contexts at once: as many about each.
struct PowerAsking: Sendable, Hashable {
  let contexts: [PowerContext]
  /// By context.
  var questions: [[PowerQuestion]]

  init(contexts: [PowerContext], questions: [[PowerQuestion]]) {
    precondition(
      contexts.count == questions.count && questions.allSatisfy { $0.count == questions[0].count },
      "Each of \(contexts.count) contexts is asked equally much, unlike \(questions.map(\.count)).")
    (self.contexts, self.questions) = (contexts, questions)
  }

  init(_ examples: [PowerExample]) {
    self.init(contexts: examples.map(\.context), questions: examples.map(\.questions))
  }

  var questionCount: Int { questions.first?.count ?? 0 }

  /// The oracle's, by context.
  var truths: [[PowerAnswer]] {
    zip(contexts, questions).map { context, questions in questions.map(context.answer) }
  }

  /// The ids of a context and its questions, as an `Answerer` reads them: a token a fact, padded, then a token a question.
  static func ids(_ context: PowerContext, _ questions: [PowerQuestion], _ format: PowerFormat) -> [Int32] {
    let padding = [Int32](repeating: Int32(PowerFormat.blankToken), count: format.questionLength - 2)
    let facts = format.tokens(of: context)
    return stride(from: 0, to: facts.count, by: 2).flatMap { [Int32(facts[$0]), Int32(facts[$0 + 1])] + padding }
      + questions.flatMap { format.tokens(of: $0).map(Int32.init) }
  }

  /// Without answers.
  func batch(_ format: PowerFormat) -> Batch {
    var batch = Batch(idsPerToken: format.questionLength)
    for (context, questions) in zip(contexts, questions) {
      batch.append(ids: Self.ids(context, questions, format), classes: EmptyCollection())
    }
    return batch
  }
}
