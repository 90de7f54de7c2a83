import Data
import Learning
import Seeds

/// Transcripts that a learned overseer writes, all at once and a word at a time.
struct TranscriptWriting {
  private let asker: Responder
  private let format: PowerFormat
  private let choice: WordChoice
  private let parts: [Int32]
  /// How many words were read or written, the start token among them.
  private var length: Int
  /// What comes next in each.
  private var next: WordProbabilities
  /// Whether a word could not be told, because its probabilities were not numbers. A blank stands there.
  private(set) var hasDiverged = false

  init(_ asker: Responder, _ format: PowerFormat, questions: [PowerQuestion], choice: WordChoice) {
    (self.asker, self.format, self.choice, parts) = (asker, format, choice, format.parts)
    asker.begin()
    var batch = Batch(idsPerToken: 2)
    for question in questions {
      let words = [PowerFormat.blankToken] + format.tokens(of: question)
      batch.append(
        ids: zip(words, parts).flatMap { [Int32($0), $1] }, classes: EmptyCollection())
    }
    length = 1 + format.questionLength
    let answers = asker.answers(to: batch)
    let (read, vocabulary) = (length, format.vocabularySize)
    var last: [Float] = []  // of each sequence only what its last token says
    for row in questions.indices {
      let end = (row + 1) * read * vocabulary
      last += answers[end - vocabulary..<end]
    }
    next = WordProbabilities(logarithms: last, vocabulary: vocabulary)
  }

  /// One more word of each transcript, by the overseer.
  mutating func write(using generator: inout Generator, isLast: Bool = false) -> [Int] {
    let said = (0..<next.rowCount).map { next.word($0, choice, using: &generator) }
    if said.contains(nil) { hasDiverged = true }
    let words = said.map { $0 ?? PowerFormat.blankToken }
    if !isLast { read(words) }
    return words
  }

  /// One more word of each, by whoever replies.
  mutating func read(_ words: [Int]) {
    var batch = Batch(idsPerToken: 2)
    for word in words { batch.append(ids: [Int32(word), parts[length]], classes: EmptyCollection()) }
    length += 1
    next = WordProbabilities(logarithms: asker.answers(to: batch), vocabulary: format.vocabularySize)
  }
}
