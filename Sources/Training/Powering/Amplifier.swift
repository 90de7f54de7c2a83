import Data
import Learning
import Seeds

/// Amplify: an overseer that asks somebody else, for many questions at once. Primitive questions are answered from the
/// facts, all others by the learner, or, with more levels than one, by the learner amplified in the same way.
final class Amplifier {
  enum Asking: String, Sendable, Hashable {
    /// H.
    case scripted
    /// H'.
    case learned
  }

  let format: PowerFormat
  private let learner: Responder
  /// By level: each is in the middle of its transcripts while those below answer.
  private let askers: [Responder]
  private let answererVocabulary: Int
  /// Whether a learner or an overseer was ever asked for a word whose probabilities were not numbers. It said that it does
  /// not know, which is no answer of its own.
  private(set) var hasDiverged = false

  /// For up to so many contexts at once.
  init(
    _ answerer: AnswererShape, _ asker: AskerShape, format: PowerFormat, contexts: Int, facts: Int, levels: Int = 1
  ) {
    self.format = format
    learner = Responder(Answerer(answerer), sequences: contexts, longest: facts + answerer.questionCount)
    askers = (0..<levels).map { _ in
      Responder(
        Asker(asker), sequences: contexts * answerer.questionCount, longest: format.askerLength,
        reading: 1 + format.questionLength)
    }
    answererVocabulary = answerer.vocabulary
  }

  /// From now on they answer and ask by these.
  func take(learner values: ModelValues) { learner.take(values) }
  func take(asker values: ModelValues) { for asker in askers { asker.take(values) } }

  /// What the learner says of each question, context after context.
  func probabilities(_ asking: PowerAsking) -> WordProbabilities {
    WordProbabilities(logarithms: learner.answers(to: asking.batch(format)), vocabulary: answererVocabulary)
  }

  /// The learner's answers, by context.
  func answers(to asking: PowerAsking, _ choice: WordChoice, using generator: inout Generator) -> [[PowerAnswer]] {
    let probabilities = probabilities(asking)
    let count = asking.questionCount
    return asking.contexts.indices.map { context in
      (0..<count).map {
        guard let word = probabilities.word(context * count + $0, choice, using: &generator) else {
          hasDiverged = true
          return .unknown
        }
        return PowerAnswer(token: word)
      }
    }
  }

  /// What is asked for each question, and answered, by context.
  func transcripts(
    _ asking: PowerAsking, by overseer: Asking, levels: Int, _ choice: WordChoice, using generator: inout Generator
  ) -> [[PowerTranscript]] {
    switch overseer {
    case .scripted: scripted(asking, levels, choice, &generator)
    case .learned: learned(asking, levels, choice, &generator)
    }
  }

  /// Answers to sub-questions, with so many levels left. What asks nothing goes to the learner at once.
  private func replies(
    _ asking: PowerAsking, by overseer: Asking, _ levels: Int, _ choice: WordChoice, _ generator: inout Generator
  ) -> [[PowerAnswer]] {
    let direct = answers(to: asking, choice, using: &generator)
    let amplified =
      levels > 0 ? transcripts(asking, by: overseer, levels: levels, choice, using: &generator) : nil
    return asking.questions.enumerated().map { context, questions in
      questions.enumerated().map { place, question in
        if question.isPrimitive { return asking.contexts[context].answer(to: question) }
        guard let amplified, question != .blank else { return direct[context][place] }
        return amplified[context][place].answer!
      }
    }
  }

  private func scripted(
    _ asking: PowerAsking, _ levels: Int, _ choice: WordChoice, _ generator: inout Generator
  ) -> [[PowerTranscript]] {
    let script = ScriptedOverseer()
    var transcripts = asking.questions.map { $0.map { PowerTranscript($0) } }
    for _ in 0..<PowerTranscript.roundCount {
      var next = asking
      next.questions = transcripts.map { $0.map { script.question(after: $0) } }
      let replies = replies(next, by: .scripted, levels - 1, choice, &generator)
      transcripts.record(next.questions, replies)
    }
    for context in transcripts.indices {
      for place in transcripts[context].indices {
        guard case .answer(let answer) = script.action(after: transcripts[context][place]) else { continue }
        transcripts[context][place].finish(answer)
      }
    }
    return transcripts
  }

  private func learned(
    _ asking: PowerAsking, _ levels: Int, _ choice: WordChoice, _ generator: inout Generator
  ) -> [[PowerTranscript]] {
    let count = asking.questionCount
    var transcripts = asking.questions.map { $0.map { PowerTranscript($0) } }
    var writing = TranscriptWriting(
      askers[levels - 1], format, questions: asking.questions.flatMap { $0 }, choice: choice)
    for _ in 0..<PowerTranscript.roundCount {
      var words: [[Int]] = Array(repeating: [], count: asking.contexts.count * count)
      for _ in 0..<format.questionLength {
        for (row, word) in writing.write(using: &generator).enumerated() { words[row].append(word) }
      }
      var next = asking
      for row in words.indices { next.questions[row / count][row % count] = format.question(words[row]) }
      let replies = replies(next, by: .learned, levels - 1, choice, &generator)
      transcripts.record(next.questions, replies)
      writing.read(replies.flatMap { $0.map(\.token) })
    }
    for (row, word) in writing.write(using: &generator, isLast: true).enumerated() {
      transcripts[row / count][row % count].finish(PowerAnswer(token: word))
    }
    if writing.hasDiverged { hasDiverged = true }
    return transcripts
  }
}

extension ScriptedOverseer {
  /// It asks three times before it answers.
  fileprivate func question(after transcript: PowerTranscript) -> PowerQuestion {
    guard case .ask(let question) = action(after: transcript) else {
      preconditionFailure("The script answers only after \(PowerTranscript.roundCount) rounds: \(transcript)")
    }
    return question
  }
}

extension [[PowerTranscript]] {
  fileprivate mutating func record(_ questions: [[PowerQuestion]], _ replies: [[PowerAnswer]]) {
    for context in indices {
      for place in self[context].indices {
        self[context][place].record(questions[context][place], reply: replies[context][place])
      }
    }
  }
}
