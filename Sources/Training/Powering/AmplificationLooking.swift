import Data
import Learning
import Seeds

/// Measures everybody's accuracy, always on the same questions: all there are where the contexts have 4 elements.
struct AmplificationLooking {
  private let asking: PowerAsking
  private let depths: ClosedRange<Int>
  private let amplifier: Amplifier
  private let format: PowerFormat
  private let reader: Responder
  private let transcripts: [[UInt8]]
  private static let contextCount = 24
  private static let transcriptCount = 100

  init(_ answerer: AnswererShape, _ system: AmplificationRecipe, _ split: PowerSplit) {
    depths = system.unlocking?.depths ?? split.depths
    format = split.format
    asking = Self.asking(split.ofDepths(depths))
    amplifier = Amplifier(
      answerer.asked(asking.questionCount), system.asker, format: format, contexts: asking.contexts.count,
      facts: split.sizes.upperBound, levels: 0)
    reader = Responder(Asker(system.asker), sequences: Self.transcriptCount, longest: format.askerLength)
    transcripts = split.ofDepths(depths).examples(0..<Self.transcriptCount, seed: seed.child("transcripts")).map {
      $0.scriptedTranscript(split.format)
    }
  }

  /// Of a context of four every permutation with every question; of larger ones some, with the split's own questions.
  private static func asking(_ split: PowerSplit) -> PowerAsking {
    guard split.sizes == 4...4, split.format.alphabet == 4 else {
      return PowerAsking(split.examples(0..<8 * contextCount, seed: seed.child("contexts")))
    }
    let exponents = split.depths.flatMap { 1 << ($0 - 1)..<1 << $0 }
    let contexts = orders(of: [0, 1, 2, 3]).map { PowerContext(symbols: [0, 1, 2, 3], permutation: Permutation($0)) }
    let questions = (0..<4).flatMap { element in
      exponents.map { PowerQuestion.power(element: element, exponent: $0) }
    }
    return PowerAsking(contexts: contexts, questions: contexts.map { _ in questions })
  }

  private static func orders(of numbers: [Int]) -> [[Int]] {
    guard numbers.count > 1 else { return [numbers] }
    return numbers.flatMap { first in orders(of: numbers.filter { $0 != first }).map { [first] + $0 } }
  }

  func look(
    tick: Int, _ learner: ModelValues, _ average: ModelValues, _ asker: ModelValues
  ) -> AmplificationLog.Look {
    let (asked, answered) = askerAccuracy(asker)
    return AmplificationLog.Look(
      tick: tick, askedWords: asked, answeredWords: answered, learner: accuracies(learner),
      average: accuracies(average))
  }

  private func accuracies(_ values: ModelValues) -> [AmplificationLog.Look.Accuracy] {
    amplifier.take(learner: values)
    let probabilities = amplifier.probabilities(asking)
    let truths = asking.truths.flatMap { $0 }
    let questions = asking.questions.flatMap { $0 }
    return depths.map { depth in
      let rows = questions.indices.filter { questions[$0].depth == depth }
      return AmplificationLog.Look.Accuracy(
        sampled: rows.map { Double(probabilities[$0, truths[$0].token]) }.mean,
        greedy: rows.map { probabilities.likeliest($0) == truths[$0].token ? 1 : 0 }.mean)
    }
  }

  /// The share of words that H' would say as H did, told everything before.
  private func askerAccuracy(_ values: ModelValues) -> (asked: Double, answered: Double) {
    reader.take(values)
    var batch = Batch(idsPerToken: 2)
    for transcript in transcripts { format.append(transcript: transcript, to: &batch) }
    let said = WordProbabilities(logarithms: reader.answers(to: batch), vocabulary: format.vocabularySize)
    func accuracy(_ role: PowerFormat.Role) -> Double {
      let places = format.roles.indices.filter { format.roles[$0] == role }
      return transcripts.indices.flatMap { row in
        places.map { said.likeliest(row * format.askerLength + $0) == Int(transcripts[row][$0]) ? 1 : 0 }
      }.mean
    }
    return (accuracy(.subQuestion), accuracy(.answer))
  }
}

/// The same questions for everybody.
private let seed = Seed(root: 0).child("looking at amplification")
