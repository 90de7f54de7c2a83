import Data
import Learning

/// How an `Asker` reads transcripts: a start token, then the transcript's, each a word and the part it plays.
extension PowerFormat {
  /// With the start token.
  package var askerLength: Int { 1 + transcriptLength }

  /// The part of each token that a transcript has, the start token first.
  var parts: [Int32] { [Part.question.rawValue] + roles.map { Part($0).rawValue } }

  /// In the order of the paper's code.
  package enum Part: Int32, CaseIterable {
    case subQuestion, reply, question, answer

    init(_ role: Role) {
      self =
        switch role {
        case .question: .question
        case .subQuestion: .subQuestion
        case .reply: .reply
        case .answer: .answer
        }
    }
  }

  /// A transcript to learn: each token is to be said by the one before it. Half of the loss is the mean over
  /// sub-questions, half that of the answer; what is given to the overseer does not count.
  func append(transcript words: [UInt8], to batch: inout Batch) {
    precondition(words.count == transcriptLength, "\(words.count) words are no transcript of \(transcriptLength).")
    let ids = zip([UInt8(PowerFormat.blankToken)] + words, parts).flatMap { [Int32($0), $1] }
    let asked = Float(roles.count { $0 == .subQuestion })
    let weights = roles.map { role -> Float in
      switch role {
      case .subQuestion: 0.5 / asked
      case .answer: 0.5
      case .question, .reply: 0
      }
    }
    batch.append(ids: ids, classes: words.map { Int32($0) } + [0], weights: weights + [0])
  }
}
