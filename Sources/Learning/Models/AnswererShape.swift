/// What a network that answers questions about a set of facts is made of. Pure data.
package struct AnswererShape: Sendable, Hashable, Codable {
  package var vocabulary: Int
  /// How many words a fact has. Each may be the answer.
  package var factLength: Int
  /// How many words a question has: at least as many.
  package var questionLength: Int
  /// How many questions are asked about each set of facts. No parameter depends on it.
  package var questionCount: Int
  package var embeddingWidth: Int
  package var width: Int
  package var headCount: Int
  package var hiddenWidth: Int
  /// Cells in which facts attend to facts.
  package var factCells: Int
  /// Cells in which each question attends to the facts.
  package var questionCells: Int
  package var dropout: Dropout
  package var batchNorm: BatchNormRule

  package init(
    vocabulary: Int, factLength: Int, questionLength: Int, questionCount: Int, embeddingWidth: Int, width: Int,
    headCount: Int, hiddenWidth: Int, factCells: Int, questionCells: Int, dropout: Dropout, batchNorm: BatchNormRule
  ) {
    precondition(
      vocabulary > 0 && factLength > 0 && questionLength >= factLength && questionCount > 0 && embeddingWidth > 0
        && width > 0 && headCount > 0 && hiddenWidth > 0 && factCells >= 0 && questionCells > 0,
      "An answerer needs positive sizes and questions no shorter than facts, not vocabulary \(vocabulary), facts of "
        + "\(factLength), \(questionCount) questions of \(questionLength), widths \(embeddingWidth), \(width) and "
        + "\(hiddenWidth), heads \(headCount), cells \(factCells) and \(questionCells).")
    self.vocabulary = vocabulary
    self.factLength = factLength
    self.questionLength = questionLength
    self.questionCount = questionCount
    self.embeddingWidth = embeddingWidth
    self.width = width
    self.headCount = headCount
    self.hiddenWidth = hiddenWidth
    self.factCells = factCells
    self.questionCells = questionCells
    self.dropout = dropout
    self.batchNorm = batchNorm
  }

  /// The same network asked so many questions at once.
  package func asked(_ questionCount: Int) -> AnswererShape {
    var shape = self
    shape.questionCount = questionCount
    return shape
  }
}
