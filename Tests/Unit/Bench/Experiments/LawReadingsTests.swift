import Instruments
import Testing

@testable import Bench
@testable import Judging
@testable import Training

/// Readings of a law that is known: networks whose losses are made up by it.
@Suite struct LawReadingsTests {
  private static let scale = LawScale.at(.standard)
  private static let plan = Experiment.scalingLaw(.standard).plan

  /// R = 40 N^-.5 + 3000 D^-.4, and so much more in the sequences told with coins.
  private static func seen(more nats: Double) -> Sighting {
    let stages = LawScale.tellings.flatMap { telling in
      let first = plan.stage(named: telling.stage(width: scale.widths[0]))
      let sample = GenerativeExamples(telling.mazes).sequences(0..<4_096, seed: ReplicateSeeds(0).stage(first))
      let tokens = sample.map { Double($0.tokens.count) }.mean * 64
      return scale.widths.map { width in
        let size = Double(2 * (8 * width * width + 7 * width))
        let milestones = GenerativeScale.looks(upTo: scale.steps).map { step in
          let loss =
            40 * Elementary.power(size, -0.5) + 3_000 * Elementary.power(tokens * Double(step), -0.4)
            + (telling == LawScale.coins ? nats : 0)
          // Parts, then surprises, which nothing here reads.
          let numbers = [loss, 0, 0, loss, 0, 0].map { Float($0) }
          return Milestone(step: step, predictions: [numbers])
        }
        return Run.StageOutcome(
          name: telling.stage(width: width), parameters: [], losses: [], predictions: [], milestones: milestones,
          seconds: 0)
      }
    }
    return Sighting(plan, Run(replicate: 0, stages: stages), [], [])
  }

  private func number(_ name: String, _ readings: [Reading]) -> Double {
    readings.first { $0.name == name }?.value ?? .nan
  }

  /// Losses are floats of 14 digits at most in 2^-24, which fits of exponents amplify by less than a thousand.
  @Test func aLawIsReadAsOne() {
    let readings = LawInstrument(scale: Self.scale).readings(Self.seen(more: 0))
    #expect(Set(readings.map(\.name)).count == readings.count)
    #expect(abs(number("constant, coins less sorted", readings) - LawScale.noise) < 0.01)
    #expect(abs(number("constant of what is reducible, coins less sorted", readings)) < 0.01)
    for telling in LawScale.tellings {
      for step in [0, 100, 400] {
        #expect(abs(number("\(telling.name): constant less entropy, without \(step) steps", readings)) < 0.01)
      }
      #expect(abs(number("\(telling.name): constant by entropy", readings) - 1) < 1e-3)
      #expect(abs(number("\(telling.name): constant of what is reducible by entropy", readings)) < 1e-3)
      #expect(abs(number("\(telling.name): alpha", readings) - 0.5) < 1e-2)
      #expect(abs(number("\(telling.name): beta", readings) - 0.4) < 1e-2)
      #expect(abs(number("\(telling.name): best size by surface, exponent", readings) - 0.4 / 0.9) < 1e-2)
    }
  }

  /// What stands still is a constant, and no entropy: then the claim's control would not miss.
  @Test func whatIsNotLearnedIsTakenForNoise() {
    let readings = LawInstrument(scale: Self.scale).readings(Self.seen(more: 2))
    #expect(abs(number("constant of what is reducible, coins less sorted", readings) - 2) < 0.01)
    #expect(abs(number("coins: constant less entropy, without 400 steps", readings) - 2) < 0.01)
    #expect(abs(number("sorted: constant less entropy, without 400 steps", readings)) < 0.01)
  }

  @Test func theCoinsAreAllThatDiffers() {
    #expect(abs(LawScale.noise - 5 * 0.6931471805599453) < 1e-12)
    #expect(Self.scale.stages.count == 2 * Self.scale.widths.count)
    for stage in Self.scale.stages { #expect(stage.watch?.splits == [stage.examples.name]) }
    let readings = Set(LawInstrument(scale: Self.scale).readings(Self.seen(more: 0)).map(\.name))
    #expect(Experiment.scalingLaw(.standard).claims.allSatisfy { readings.contains($0.subject) })
    #expect(Experiment.scalingLaw(.smoke).claims.isEmpty && Experiment.scalingLaw(.paper).stages.count == 18)
  }
}
