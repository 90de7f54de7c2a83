import Seeds
import Training

/// An example with several questions that was answered with more or fewer.
package struct AnswersMissing: Error, Hashable, CustomStringConvertible {
  let replicate: Int
  let index: Int
  let answers: Int
  let questions: Int

  package var description: String {
    "replicate \(replicate): example \(index) has \(answers) answers, and \(questions) questions. "
      + "Give an answer for each question, in their order."
  }
}

extension Predictions.Replicate {
  /// - Parameter root: what the examples are drawn from.
  func expectAnswers(to examples: Examples, _ indices: Range<Int>, _ root: Seed) throws(AnswersMissing) {
    guard examples.answerForm == .numbers else { return }
    for (place, questions) in examples.answerCounts(indices, seed: root).enumerated() {
      let count = answers[place].numbers.count
      guard count == questions else {
        throw AnswersMissing(
          replicate: seed, index: indices.lowerBound + place, answers: count, questions: questions)
      }
    }
  }
}
