import Data
import Learning
import Seeds

extension AnswererShape {
  /// How right the network is by itself, for each question of a split.
  func graded(_ values: ModelValues, _ split: PowerSplit, count: Int, seed: Seed) -> [AmplificationAnswers.Graded] {
    let contextsAtOnce = 50  // An answer does not depend on what else is asked.
    let (facts, questions) = (split.sizes.upperBound, split.questionCount(size: split.sizes.upperBound))
    let network = Responder(Answerer(asked(questions)), sequences: contextsAtOnce, longest: facts + questions)
    network.take(values)
    return split.contexts(questions: count, atOnce: contextsAtOnce).flatMap { contexts in
      let asking = PowerAsking(split.examples(contexts, seed: seed))
      let said = WordProbabilities(logarithms: network.answers(to: asking.batch(split.format)), vocabulary: vocabulary)
      return asking.truths.flatMap { $0 }.enumerated().map { row, truth in
        AmplificationAnswers.Graded(
          probability: said[row, truth.token], isGreedyRight: said.likeliest(row) == truth.token)
      }
    }
  }
}

extension PowerSplit {
  /// How many contexts have so many questions, where all have equally many.
  package func contextCount(questions: Int) -> Int {
    let each = questionCount(size: sizes.upperBound)
    precondition(
      questionCount(size: sizes.lowerBound) == each && questions.isMultiple(of: each),
      "\(questions) questions are no whole contexts of \(each), or contexts of \(name) have not equally many.")
    return questions / each
  }

  /// The contexts that have so many questions, a few at a time.
  func contexts(questions: Int, atOnce count: Int) -> [Range<Int>] {
    let contexts = contextCount(questions: questions)
    return stride(from: 0, to: contexts, by: count).map { $0..<min($0 + count, contexts) }
  }
}
