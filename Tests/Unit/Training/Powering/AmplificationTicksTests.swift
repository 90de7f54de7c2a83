import Data
import Learning
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// Who answers what in a tick, told apart by making it again from the state that the tick left.
@Suite struct AmplificationTicksTests {
  /// The stage's, of `TinyAmplification`.
  private let seed = Seed(root: 5).child("stage")
  private let split = TinyAmplification.split

  @Test(arguments: [0, 0.4]) func targetsAreWhatTheAverageAnswersAskedByTheLearnedOverseer(failureRate: Double) throws {
    let system = TinyAmplification.system(ticks: 2, failureRate: failureRate)
    let training = TinyAmplification.training(system, ticks: 2)
    for _ in 0..<2 { try training.tick() }
    let state = training.state
    let amplifier = Amplifier(training.answerer, system.asker, format: split.format, contexts: 7, facts: 4)
    amplifier.take(learner: try #require(state.learner.averages))
    amplifier.take(asker: ModelValues(parameters: state.asker.parameters, statistics: state.asker.statistics))
    let batch = state.targetBatches - 1
    var generator = seed.child("target answers").generator(at: batch)
    let asking = PowerAsking(
      split.examples(7 * batch..<7 * batch + 7, seed: seed.child("target contexts")))
    let answers = amplifier.answers(
      to: asking, by: .learned, levels: 1, firstContext: 7 * batch, system.failures, .sampled, seed: seed,
      using: &generator)
    #expect(batch == 4 && state.targets.rows.count == 35)
    #expect(state.targets.rows.suffix(7).map { $0.suffix(4).map(Int.init) } == answers.map { $0.map(\.token) })
  }

  @Test func transcriptsAreWhatTheScriptAsksTheAverage() throws {
    let system = TinyAmplification.system(ticks: 2)
    let training = TinyAmplification.training(system, ticks: 2)
    for _ in 0..<2 { try training.tick() }
    let state = training.state
    let amplifier = Amplifier(training.answerer, system.asker, format: split.format, contexts: 7, facts: 4)
    amplifier.take(learner: try #require(state.learner.averages))
    let last = state.transcriptCount - 1
    var generator = seed.child("transcript answers").generator(at: last)
    let asking = PowerAsking(split.examples(last..<last + 1, seed: seed.child("transcript contexts")))
    let written = amplifier.transcripts(asking, by: .scripted, levels: 1, .sampled, using: &generator)[0]
    let kept = written[Draw.integer(in: 0...3, using: &generator)]
    #expect(last == 11 && state.transcripts.rows.last.map { $0.map(Int.init) } == split.format.tokens(of: kept))
  }

  /// A transcript a tick, a tenth where H' foretells them with a loss below 0.1, a hundredth below 0.01. Tenths are
  /// not exact, so the first is there after eleven of them.
  @Test(arguments: [(1.5, 25), (0.05, 2), (0.005, 0)])
  func theBetterTheOverseerIsForetoldTheFewerTranscriptsAreAsked(loss: Double, expected: Int) throws {
    let system = TinyAmplification.system(ticks: 30)
    let first = TinyAmplification.training(system, ticks: 30)
    try first.tick()
    var state = first.state
    state.transcriptsDue = 0
    state.newLoss = FadingMean()
    for _ in 0..<300 { state.newLoss.add(loss, horizon: 300) }
    let training = TinyAmplification.training(system, ticks: 30, from: state)
    for _ in 0..<25 { try training.tick() }
    #expect(training.state.transcriptCount - state.transcriptCount == expected)
  }
}
