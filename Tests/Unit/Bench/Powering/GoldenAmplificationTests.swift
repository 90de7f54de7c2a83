import Data
import Seeds
import Testing

@testable import Bench

/// The bits of a small system: every draw of a tick is among them, and so is every way to ask it. The same on any machine.
@Suite struct GoldenAmplificationTests {
  private func training() throws -> AmplificationTraining {
    let system = TinyAmplification.system(ticks: 8, failureRate: 0.25, measureInterval: 3)
    let training = TinyAmplification.training(system, ticks: 8)
    for _ in 0..<8 { try training.tick() }
    return training
  }

  @Test func whatItIsAfterEightTicks() throws {
    var fingerprint = Fingerprint()
    fingerprint.absorb(try training().state.bytes)
    #expect(fingerprint.hexadecimal == "STATE")
  }

  /// Of 40 questions, which are answered in two parts.
  @Test func whatItAnswers() throws {
    let training = try training()
    var fingerprint = Fingerprint()
    let measures: [AmplificationMeasure] = [
      .learner, .average, .targets, .scripted(levels: 2), .asked(levels: 2), .theory(failureRate: 0.25), .order, .log,
    ]
    for measure in measures {
      fingerprint.absorb(
        training.predictions(measure, TinyAmplification.split, count: 40, seed: Seed(root: 12)))
    }
    #expect(fingerprint.hexadecimal == "ANSWERS")
  }
}
