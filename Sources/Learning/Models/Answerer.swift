/// Answers questions about a set of facts: the learner of Christiano, Shlegeris and Amodei (2018). A sequence is a token a
/// fact, in any order and without positions, then a token a question. Questions never see one another, so an
/// answer does not depend on what else is asked.
package struct Answerer: Model {
  package let shape: AnswererShape
  package let layout: ParameterLayout
  package let statistics: ParameterLayout
  let facts: TokenEncoding
  let factCells: [CrossCell]
  let questions: TokenEncoding
  let questionCells: [CrossCell]
  let answer: PointerMixture

  package init(_ shape: AnswererShape) {
    var layout = ParameterLayout()
    var statistics = ParameterLayout()
    facts = TokenEncoding(
      "facts", shape, words: shape.factLength, rows: .butLast(shape.questionCount), in: &layout, statistics: &statistics
    )
    factCells = (0..<shape.factCells).map {
      CrossCell("facts.cells.\($0)", shape, in: &layout, statistics: &statistics)
    }
    questions = TokenEncoding(
      "questions", shape, words: shape.questionLength, rows: .last(shape.questionCount), in: &layout,
      statistics: &statistics)
    questionCells = (0..<shape.questionCells).map {
      CrossCell("questions.cells.\($0)", shape, in: &layout, statistics: &statistics)
    }
    answer = PointerMixture(
      "answer", width: shape.width, pointerCount: shape.factLength, gateCount: shape.factLength + 1,
      vocabulary: shape.vocabulary, isCausal: false, in: &layout)
    self.shape = shape
    self.layout = layout
    self.statistics = statistics
  }

  package var idsPerToken: Int { shape.questionLength }
  package var loss: Loss { .crossEntropy }

  /// `[questions, vocabulary]`: logarithms of probabilities.
  package func callAsFunction(in recorder: Recorder) -> Value {
    var facts = facts(in: recorder)  // [facts, width]
    for cell in factCells { facts = cell(facts, to: facts) }
    var questions = questions(in: recorder)  // [questions, width]
    for cell in questionCells { questions = cell(questions, to: facts) }
    return answer(questions, at: facts)
  }
}
