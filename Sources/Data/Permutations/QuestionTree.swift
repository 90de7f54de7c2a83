/// A question, its answer, and what was asked to find it.
package struct QuestionTree: Hashable, Sendable {
  /// Who answered.
  package enum Source: Hashable, Sendable {
    /// The oracle: the question is primitive.
    case facts
    /// X.
    case answerer
    /// The overseer, by the replies to its sub-questions.
    case overseer
  }

  package let question: PowerQuestion
  package let answer: PowerAnswer
  package let source: Source
  /// The sub-questions, in the order asked: three where the overseer answered, else none.
  package let children: [QuestionTree]

  /// How many questions of the tree this one answered.
  package func count(of source: Source) -> Int {
    children.reduce(self.source == source ? 1 : 0) { $0 + $1.count(of: source) }
  }
}

extension QuestionTree: CustomStringConvertible {
  /// A line a question, sub-questions two spaces further in.
  package var description: String { lines.joined(separator: "\n") }

  private var lines: [String] {
    ["\(question) = \(answer), by \(source)"] + children.flatMap { $0.lines.map { "  " + $0 } }
  }
}
