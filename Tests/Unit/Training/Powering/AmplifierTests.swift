import Data
import Learning
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// Networks that never learned anything, so that what is right is right because of who was asked.
@Suite struct AmplifierTests {
  private static let split = PowerSplit.tiny
  private let asking = PowerAsking(split.examples(0..<6, seed: Seed(root: 3)))

  private func amplifier(levels: Int = 1) -> Amplifier {
    let (answerer, asker) = (TinyAmplification.answerer(), TinyAmplification.system(ticks: 1).asker)
    let amplifier = Amplifier(
      answerer, asker, format: Self.split.format, contexts: 6, facts: 4, levels: levels)
    let models: [any Model] = [Answerer(answerer), Asker(asker)]
    let values = models.map {
      ModelValues(
        parameters: $0.layout.initialValues(seed: Seed(root: 9)), statistics: $0.firstStatistics)
    }
    amplifier.take(learner: values[0])
    amplifier.take(asker: values[1])
    return amplifier
  }

  private func generator() -> Generator { Seed(root: 4).generator() }

  /// Answers are then not counted as wrong: a control would take them for what it wants.
  @Test func whoDivergedIsNotTakenAtItsWord() {
    let models: [any Model] = [
      Answerer(TinyAmplification.answerer()), Asker(TinyAmplification.system(ticks: 1).asker),
    ]
    let ill = models.map {
      ModelValues(parameters: Array(repeating: .nan, count: $0.layout.count), statistics: $0.firstStatistics)
    }
    func diverges(_ overseer: Amplifier.Asking, learner: Bool, asker: Bool) -> Bool {
      let amplifier = amplifier()
      if learner { amplifier.take(learner: ill[0]) }
      if asker { amplifier.take(asker: ill[1]) }
      var generator = generator()
      _ = amplifier.transcripts(asking, by: overseer, levels: 1, .sampled, using: &generator)
      return amplifier.hasDiverged
    }
    #expect(!diverges(.learned, learner: false, asker: false))
    #expect(diverges(.learned, learner: true, asker: false) && diverges(.learned, learner: false, asker: true))
    #expect(diverges(.scripted, learner: true, asker: false) && !diverges(.scripted, learner: false, asker: true))
    let split = Self.split
    let diverged = Evaluation.amplification(
      split, .targets, AmplificationAnswers(.targets, numbers: Array(repeating: .nan, count: 80)), count: 40,
      seed: Seed(root: 3))
    for metric in [Metric.sampledAccuracy, .greedyAccuracy] {
      #expect(metric.score(diverged, .everything).isNaN)
    }
  }

  @Test func amplifiedToTheEndTheScriptIsAlwaysRight() {
    var generator = generator()
    let written = amplifier(levels: 3).transcripts(
      asking, by: .scripted, levels: 3, .sampled, using: &generator)
    #expect(written.map { $0.map { $0.answer! } } == asking.truths)
  }

  /// Its sub-questions are primitive.
  @Test func onceAmplifiedTheScriptIsRightOnDepthTwo() {
    var generator = generator()
    let written = amplifier().transcripts(asking, by: .scripted, levels: 1, .sampled, using: &generator)
    var wrong = 0
    for (context, transcripts) in written.enumerated() {
      for (place, transcript) in transcripts.enumerated() {
        let isRight = transcript.answer == asking.truths[context][place]
        if transcript.question.depth == 2 { #expect(isRight) } else if !isRight { wrong += 1 }
      }
    }
    #expect(wrong > 0)
  }

  /// Whoever asks, primitive questions are answered from the facts, and all others by the learner, blanks among them.
  @Test(arguments: [Amplifier.Asking.scripted, .learned])
  func aTranscriptHasItsRepliesFromTheRightPlace(_ overseer: Amplifier.Asking) {
    var generator = generator()
    let amplifier = amplifier()
    let written = amplifier.transcripts(asking, by: overseer, levels: 1, .greedy, using: &generator)
    for round in 0..<PowerTranscript.roundCount {
      var asked = asking
      asked.questions = written.map { $0.map { $0.rounds[round].question } }
      let replies = amplifier.answers(to: asked, .greedy, using: &generator)
      for (context, transcripts) in written.enumerated() {
        for (place, transcript) in transcripts.enumerated() {
          let question = transcript.rounds[round].question
          let expected =
            question.isPrimitive ? asking.contexts[context].answer(to: question) : replies[context][place]
          #expect(transcript.rounds[round].reply == expected)
        }
      }
    }
  }

  /// And so on: above the first level it is the same overseer whom the replies come from.
  @Test(arguments: [Amplifier.Asking.scripted, .learned])
  func aboveTheFirstLevelTheSameOverseerReplies(_ overseer: Amplifier.Asking) {
    var generator = generator()
    let amplifier = amplifier(levels: 2)
    let written = amplifier.transcripts(asking, by: overseer, levels: 2, .greedy, using: &generator)
    var asked = asking
    asked.questions = written.map { $0.map { $0.rounds[0].question } }
    let below = amplifier.transcripts(asked, by: overseer, levels: 1, .greedy, using: &generator)
    for (context, transcripts) in written.enumerated() {
      for (place, transcript) in transcripts.enumerated() {
        let question = transcript.rounds[0].question
        // What asks nothing is not amplified: the test below holds it against the tree of one question.
        guard question != .blank else { continue }
        let expected =
          question.isPrimitive ? asking.contexts[context].answer(to: question) : below[context][place].answer
        #expect(transcript.rounds[0].reply == expected)
      }
    }
  }

  /// Many questions at once are answered as `Amplification` answers one: at any level, from the same place.
  @Test(arguments: 1...3)
  func theWholeTranscriptIsThatOfOneQuestionAlone(levels: Int) {
    var generator = generator()
    let amplifier = amplifier(levels: levels)
    let written = amplifier.transcripts(asking, by: .scripted, levels: levels, .greedy, using: &generator)
    for (place, context) in asking.contexts.enumerated() {
      for transcript in written[place] {
        let tree = Amplification(ScriptedOverseer()).tree(
          of: transcript.question, in: context, levels: levels
        ) { question in
          // The learner answers each of its questions by itself: the others do not matter.
          let alone = PowerAsking(
            contexts: [context], questions: [Array(repeating: question, count: asking.questionCount)])
          return amplifier.answers(to: alone, .greedy, using: &generator)[0][0]
        }
        #expect(transcript.rounds.map(\.question) == tree.children.map(\.question))
        #expect(transcript.rounds.map(\.reply) == tree.children.map(\.answer))
        #expect(transcript.answer == tree.answer)
      }
    }
  }

  @Test func failuresAreDrawnByTheContextsAnsweredBefore() {
    let amplifier = amplifier()
    func answers(_ asking: PowerAsking, firstContext: Int) -> [[PowerAnswer]] {
      var generator = generator()
      return amplifier.answers(
        to: asking, by: .scripted, levels: 1, firstContext: firstContext, OverseerFailures(rate: 1, kind: .random),
        .greedy, seed: Seed(root: 6), using: &generator)
    }
    let all = answers(asking, firstContext: 0)
    let last = PowerAsking(contexts: Array(asking.contexts[2...]), questions: Array(asking.questions[2...]))
    #expect(answers(last, firstContext: 2) == Array(all[2...]) && answers(asking, firstContext: 6) != all)
  }

  /// What H' writes is what it says is likeliest when it reads the whole transcript at once.
  @Test func whatIsWrittenWordByWordIsWhatReadingItAgainFindsLikeliest() {
    var generator = generator()
    let written = amplifier().transcripts(asking, by: .learned, levels: 1, .greedy, using: &generator).flatMap { $0 }
    let format = Self.split.format
    let asker = Asker(TinyAmplification.system(ticks: 1).asker)
    let reader = Responder(asker, sequences: written.count, longest: format.askerLength)
    reader.take(
      ModelValues(parameters: asker.layout.initialValues(seed: Seed(root: 9)), statistics: asker.firstStatistics))
    var batch = Batch(idsPerToken: 2)
    let words = written.map { format.tokens(of: $0) }
    for row in words { format.append(transcript: row.map { UInt8($0) }, to: &batch) }
    let said = WordProbabilities(logarithms: reader.answers(to: batch), vocabulary: format.vocabularySize)
    for (row, words) in words.enumerated() {
      for (place, role) in format.roles.enumerated() where role == .subQuestion || role == .answer {
        #expect(said.likeliest(row * format.askerLength + place) == words[place])
      }
    }
  }

  @Test func theSameGeneratorGivesTheSameTranscripts() {
    var (one, other) = (generator(), generator())
    let amplifier = amplifier(levels: 2)
    let first = amplifier.transcripts(asking, by: .learned, levels: 2, .sampled, using: &one)
    #expect(amplifier.transcripts(asking, by: .learned, levels: 2, .sampled, using: &other) == first)
    #expect(amplifier.transcripts(asking, by: .learned, levels: 2, .sampled, using: &other) != first)
  }

  @Test func theLossOfATranscriptIsHalfQuestionsHalfAnswer() {
    let format = Self.split.format
    var batch = Batch(idsPerToken: 2)
    format.append(transcript: (0..<20).map { UInt8($0 % 7) }, to: &batch)
    #expect(batch.tokenCount == 21 && batch.ids.prefix(4) == [0, 2, 0, 2])
    #expect(batch.classes.prefix(20).map { Int($0) } == (0..<20).map { $0 % 7 })
    func weight(_ role: PowerFormat.Role) -> Float {
      zip(format.roles, batch.weights).reduce(0) { $1.0 == role ? $0 + $1.1 : $0 }
    }
    #expect(abs(weight(.subQuestion) - 0.5) < 1e-6 && weight(.answer) == 0.5)
    #expect(weight(.question) == 0 && weight(.reply) == 0 && batch.weights[20] == 0)
  }
}
