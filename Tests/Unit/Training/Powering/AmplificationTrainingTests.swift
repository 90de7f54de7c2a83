import Data
import Learning
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct AmplificationTrainingTests {
  private func run(_ training: AmplificationTraining, _ ticks: Int) throws {
    for _ in 0..<ticks { try training.tick() }
  }

  @Test func aHundredTicksAndAHundredMoreAreTwoHundredToTheBit() throws {
    // Buffers wrap, transcripts are asked for, and there are looks on either side of the stop.
    let system = TinyAmplification.system(ticks: 200, failureRate: 0.3, measureInterval: 60)
    let whole = TinyAmplification.training(system, ticks: 200)
    try run(whole, 200)
    let first = TinyAmplification.training(system, ticks: 200)
    try run(first, 100)
    let kept = try AmplificationState(
      bytes: first.state.bytes, Answerer(first.answerer), Asker(system.asker))
    #expect(kept == first.state)
    let second = TinyAmplification.training(system, ticks: 200, from: kept)
    try run(second, 100)
    #expect(second.state == whole.state && second.isFinished)
    #expect(second.state.bytes == whole.state.bytes)
    #expect(whole.state.targets.rows.count == 40 && whole.state.transcripts.rows.count == 30)
    #expect(whole.state.log.lookCount == 4 && first.state.log.lookCount == 1)
  }

  @Test func anotherSeedGivesAnotherSystem() throws {
    let system = TinyAmplification.system(ticks: 2)
    let (one, other) = (
      TinyAmplification.training(system, ticks: 2), TinyAmplification.training(system, ticks: 2, root: 6)
    )
    try run(one, 2)
    try run(other, 2)
    #expect(one.state.learner != other.state.learner && one.state.asker != other.state.asker)
    #expect(one.state.targets != other.state.targets && one.state.transcripts != other.state.transcripts)
  }

  @Test func howOftenItIsLookedAtChangesNothingElse() throws {
    func state(measureInterval: Int) throws -> AmplificationState {
      let training = TinyAmplification.training(
        TinyAmplification.system(ticks: 6, measureInterval: measureInterval), ticks: 6)
      try run(training, 6)
      return training.state
    }
    let (often, seldom) = (try state(measureInterval: 1), try state(measureInterval: 50))
    #expect(often.log.lookCount == 6 && seldom.log.lookCount == 1)
    #expect(often.learner == seldom.learner && often.asker == seldom.asker && often.targets == seldom.targets)
    #expect(often.log.targets == seldom.log.targets)
  }

  /// What always fails alike fails alike whoever asks: by the training's seed, and not by the questions'.
  @Test func consistentFailuresAreThoseOfTraining() throws {
    var system = TinyAmplification.system(ticks: 1)
    system.failures = OverseerFailures(rate: 1, kind: .consistent)
    let training = TinyAmplification.training(system, ticks: 1)
    let (split, asked, trained) = (TinyAmplification.split, Seed(root: 31), Seed(root: 5).child("stage"))
    let predictions = training.answers(.targets, split, count: 7 * 4, seed: asked).numbers
    let expected = (0..<7).flatMap { index in
      let example = split.example(at: index, seed: asked)
      return zip(example.questions, example.answers).flatMap { question, answer -> [Float] in
        let given = system.failures.replacement(for: question, in: example.context, occasion: 0, seed: trained)
        return Array(repeating: given == answer ? 1 : 0, count: 2)
      }
    }
    #expect(predictions == expected && Set(expected) == [0, 1])
  }

  /// H is the script: what it answers follows from the replies, whatever the failures.
  @Test func failuresReachTargetsAndNothingElse() throws {
    let system = TinyAmplification.system(ticks: 3, failureRate: 1)
    let training = TinyAmplification.training(system, ticks: 3)
    try run(training, 3)
    let format = TinyAmplification.split.format
    for row in training.state.transcripts.rows {
      let transcript = format.transcript(row.map { Int($0) })
      var replayed = PowerTranscript(transcript.question)
      for round in transcript.rounds { replayed.record(round.question, reply: round.reply) }
      #expect(ScriptedOverseer().action(after: replayed) == .answer(try #require(transcript.answer)))
    }
    // 160 uniform ones of 5 answers are right 32 times, with a standard deviation of 5.1: four of them.
    let right = training.state.targets.rows.reduce(0) { count, row in
      let words = row.map { Int($0) }
      let context = format.context((0..<4).flatMap { words[4 * $0..<4 * $0 + 2] })!
      return count
        + (0..<4).count { place in
          let question = format.question(words[16 + 4 * place..<20 + 4 * place])
          return context.answer(to: question).token == words[words.count - 4 + place]
        }
    }
    #expect(training.state.targets.rows.count == 40 && (12...52).contains(right))
  }

  @Test func anAskerThatIsGoodEnoughLearnsNoMore() throws {
    let never = TinyAmplification.training(TinyAmplification.system(ticks: 3), ticks: 3)
    try run(never, 3)
    #expect(never.state.asker.step == 6)
    let always = TinyAmplification.training(TinyAmplification.system(ticks: 3, askerStopsBelow: 100), ticks: 3)
    try run(always, 3)
    #expect(always.state.asker.step == 0 && always.state.learner.step == 3)
  }

  /// Three questions about five elements.
  private static let shallow = PowerSplit(
    name: "made-up", revision: 1, sizes: 5...5, format: PowerFormat(alphabet: 7, exponentBits: 4), depths: 2...3,
    exponents: .all, permutations: .all, cycleTypes: .all, novelty: .any, questions: .fixed(3))
  private static let unlocking = TinyAmplification.system(
    ticks: 8, shallow, unlocking: AmplificationRecipe.Unlocking(tick: 4, depths: 2...4))

  @Test func deeperQuestionsComeFromTheirTickOn() throws {
    let (split, system) = (Self.shallow, Self.unlocking)
    let training = TinyAmplification.training(system, ticks: 8, split)
    try run(training, 8)
    let log = training.log
    #expect(log.depths == 2...4 && log.tickCount == 8)
    #expect(log.targetAccuracy(depth: 4, ticks: 0..<3).isNaN)
    #expect(!log.targetAccuracy(depth: 4, ticks: 3..<8).isNaN)
  }

  /// What the leak meter walks through is what was asked, before that tick and after.
  @Test(arguments: [nil, unlocking.unlocking])
  func theStretchesOfAStageAreTheContextsAnswered(unlocking: AmplificationRecipe.Unlocking?) throws {
    var system = Self.unlocking
    system.unlocking = unlocking
    system.targetRoom = 100
    let split = Self.shallow
    let stage = Stage(
      "train", on: .amplification(split, .learner), TinyAmplification.recipe(ticks: 8), labels: .amplified(system))
    let seeds = ReplicateSeeds(2)
    let training = AmplificationTraining(
      TinyAmplification.answerer(split), system, stage.recipe, on: split, seeds: AmplificationSeeds(seeds, stage),
      from: nil)
    try run(training, 8)

    let stretches = stage.stretches(seeds)
    // Three batches of seven contexts before the first tick, and one a tick.
    let (change, end) = (6 * 7 * 3, 11 * 7 * 3)
    #expect(stretches.map(\.indices) == (unlocking == nil ? [0..<end] : [0..<change, change..<end]))
    let learned = stretches.flatMap { stretch -> [[UInt8]] in
      guard let asked = stretch.examples.task as? AmplificationExamples else { return [] }
      let contexts = stretch.indices.lowerBound / 3..<stretch.indices.upperBound / 3
      return asked.split.examples(contexts, seed: stretch.seed).map {
        PowerAsking.ids($0.context, $0.questions, split.format).map { UInt8($0) }
      }
    }
    #expect(training.state.targets.rows.map { Array($0.dropLast(3)) } == learned)
  }

  @Test func bytesThatEndEarlyAreRefused() throws {
    let training = TinyAmplification.training(TinyAmplification.system(ticks: 2), ticks: 2)
    try run(training, 1)
    let bytes = training.state.bytes
    for length in stride(from: 0, to: bytes.count, by: 997) {
      #expect(throws: (any Error).self) {
        try AmplificationState(
          bytes: Array(bytes.prefix(length)), Answerer(training.answerer), Asker(training.system.asker))
      }
    }
    #expect(throws: (any Error).self) {
      try AmplificationState(bytes: bytes + [0], Answerer(training.answerer), Asker(training.system.asker))
    }
  }
}
