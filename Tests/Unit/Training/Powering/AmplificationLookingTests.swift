import Data
import Learning
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// What a look says of networks that never learned anything, counted again in other ways.
@Suite struct AmplificationLookingTests {
  private static let split = TinyAmplification.split
  private let answerer = TinyAmplification.answerer()
  private let system = TinyAmplification.system(ticks: 1)

  private func values(of model: some Model, root: UInt64) -> ModelValues {
    ModelValues(parameters: model.layout.initialValues(seed: Seed(root: root)), statistics: model.firstStatistics)
  }

  private func look() -> AmplificationLog.Look {
    AmplificationLooking(answerer, system, Self.split).look(
      tick: 3, values(of: Answerer(answerer), root: 9), values(of: Answerer(answerer), root: 10),
      values(of: Asker(system.asker), root: 11))
  }

  /// All 24 permutations, and of each depth every exponent of every element, each context asked by itself. The sums are of
  /// 192 and 384 floats in another order: a part in 10,000 is far more than they can differ by.
  @Test func accuraciesAreOfTheQuestionsOfTheirDepth() {
    let look = look()
    #expect(look.tick == 3 && look.learner != look.average)
    for (root, said) in [(UInt64(9), look.learner), (10, look.average)] {
      for (place, exponents) in [2...3, 4...7].enumerated() {
        let counted = accuracy(root, exponents)
        #expect(abs(said[place].sampled - counted.sampled) < 1e-4 && said[place].greedy == counted.greedy)
      }
    }
  }

  private func accuracy(_ root: UInt64, _ exponents: ClosedRange<Int>) -> AmplificationLog.Look.Accuracy {
    let questions = (0..<4).flatMap { element in exponents.map { PowerQuestion.power(element: element, exponent: $0) } }
    let amplifier = Amplifier(
      answerer.asked(questions.count), system.asker, format: Self.split.format, contexts: 1, facts: 4, levels: 0)
    amplifier.take(learner: values(of: Answerer(answerer), root: root))
    var (sampled, greedy, count) = (0.0, 0.0, 0.0)
    for number in 0..<256 {
      let images = [number & 3, number >> 2 & 3, number >> 4 & 3, number >> 6]
      guard Set(images).count == 4 else { continue }
      let context = PowerContext(symbols: [0, 1, 2, 3], permutation: Permutation(images))
      let said = amplifier.probabilities(PowerAsking(contexts: [context], questions: [questions]))
      for (row, question) in questions.enumerated() {
        let truth = context.answer(to: question).token
        sampled += Double(said[row, truth])
        greedy += said.likeliest(row) == truth ? 1 : 0
        count += 1
      }
    }
    return AmplificationLog.Look.Accuracy(sampled: sampled / count, greedy: greedy / count)
  }

  /// H' reads each beginning of each transcript by itself, and says the next word.
  @Test func theAskerIsToldWhatStandsBeforeAWord() {
    let format = Self.split.format
    let seed = Seed(root: 0).child("looking at amplification").child("transcripts")
    let transcripts = Self.split.ofDepths(2...3).examples(0..<100, seed: seed).map { example in
      format.tokens(
        of: Amplification(ScriptedOverseer()).transcript(of: example.questions[0]) {
          example.context.answer(to: $0)
        })
    }
    let asker = Asker(system.asker)
    let reader = Responder(asker, sequences: transcripts.count, longest: format.askerLength)
    reader.take(values(of: asker, root: 11))
    func accuracy(_ role: PowerFormat.Role) -> Double {
      var right: [Double] = []
      for place in format.roles.indices where format.roles[place] == role {
        var batch = Batch(idsPerToken: 2)
        for words in transcripts {
          let read = [PowerFormat.blankToken] + words[..<place]
          batch.append(ids: zip(read, format.parts).flatMap { [Int32($0), $1] }, classes: EmptyCollection())
        }
        let said = WordProbabilities(logarithms: reader.answers(to: batch), vocabulary: format.vocabularySize)
        right += transcripts.indices.map {
          said.likeliest(($0 + 1) * (place + 1) - 1) == transcripts[$0][place] ? 1 : 0
        }
      }
      return right.reduce(0, +) / Double(right.count)
    }
    let look = look()
    #expect(abs(look.askedWords - accuracy(.subQuestion)) < 1e-9)
    #expect(abs(look.answeredWords - accuracy(.answer)) < 1e-9)
  }

  @Test func questionsAreUnlockedAtTheirTick() {
    let system = TinyAmplification.system(
      ticks: 9, unlocking: AmplificationRecipe.Unlocking(tick: 4, depths: 3...3))
    #expect(system.split(Self.split, at: 3) == Self.split)
    #expect(system.split(Self.split, at: 4).depths == 3...3 && system.split(Self.split, at: 7).depths == 3...3)
  }

  /// Wherever rows begin, within a context or between two.
  @Test(arguments: [0..<0, 0..<11, 3..<4, 3..<11, 4..<8, 7..<13])
  func keysAreThoseOfTheirRows(_ rows: Range<Int>) {
    let all = Self.split.questionKeys(0..<16, seed: Seed(root: 2))
    #expect(all.count == 16 && Self.split.questionKeys(rows, seed: Seed(root: 2)) == Array(all[rows]))
  }
}
