/// What an overseer was asked, what it asked in turn, what it was told, and at last what it answered. There are always
/// three rounds: one that is not needed carries the blank question, is answered, and stays.
package struct PowerTranscript: Hashable, Sendable {
  package static let roundCount = 3

  package struct Round: Hashable, Sendable {
    package let question: PowerQuestion
    package let reply: PowerAnswer
  }

  package let question: PowerQuestion
  package private(set) var rounds: [Round] = []
  package private(set) var answer: PowerAnswer?

  package init(_ question: PowerQuestion) { self.question = question }

  package mutating func record(_ question: PowerQuestion, reply: PowerAnswer) {
    precondition(
      rounds.count < PowerTranscript.roundCount && answer == nil, "A transcript has no room after its last round.")
    rounds.append(Round(question: question, reply: reply))
  }

  package mutating func finish(_ answer: PowerAnswer) {
    precondition(
      rounds.count == PowerTranscript.roundCount && self.answer == nil,
      "The answer comes once and after \(PowerTranscript.roundCount) rounds, not after \(rounds.count).")
    self.answer = answer
  }
}

extension PowerTranscript: CustomStringConvertible {
  package var description: String {
    let rounds = rounds.map { "\($0.question) = \($0.reply)" }.joined(separator: ", ")
    return "\(question): \(rounds)" + (answer.map { " -> \($0)" } ?? "")
  }
}
