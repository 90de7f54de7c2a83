import Instruments
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Training

/// Runs that are made up by a law, so that what is read off them is known.
@Suite struct ScalingLawReadingsTests {
  private static let plan = Experiment.scalingLaw(.standard).plan
  private static let scale = ScalingLawScale.level(.standard)
  private static let cooled = ScalingLawScale.cooled(.standard)

  /// What is left to learn: 90 N^-.6 + 40 D^-.5.
  private static func left(_ size: Double, _ data: Double) -> Double {
    90 * Elementary.power(size, -0.6) + 40 * Elementary.power(data, -0.5)
  }

  private static func seen(_ plan: TrainingPlan) -> Sighting {
    let stages = plan.stages.map { stage in
      let split = plan.watched(in: stage)[0]
      let truths = split.examples.unanswered(
        count: split.count, seed: ReplicateSeeds(2).questions(of: split)
      ).truths
      let size = Double(NetworkCost(of: stage, plan)!.parameters)
      guard case .after(let looks) = stage.watch?.rhythm else { preconditionFailure("\(stage.name) is watched.") }
      let milestones = looks.map { step in
        let error = Float(left(size, Double(64 * step)).squareRoot())
        return Milestone(step: step, predictions: [truths.map { $0 + error }])
      }
      return Run.StageOutcome(
        name: stage.name, parameters: [], losses: [], predictions: [], milestones: milestones, seconds: 0)
    }
    return Sighting(plan, Run(replicate: 2, stages: stages), [], [])
  }

  private static let readings = ScalingLawInstrument(scale: scale).readings(seen(plan))
  private static let cooledReadings = ScalingLawInstrument(scale: cooled).readings(
    seen(Experiment.scalingLawCooled(.standard).plan))

  private func number(_ name: String, among readings: [Reading] = Self.readings) -> Double {
    readings.first { $0.name == name }?.value ?? .nan
  }

  /// Answers are floats, so what is left is known to some 1e-5 of itself where it is a hundredth.
  @Test(arguments: scale.variances) func aLawThatHoldsGivesTheNoise(variance: Double) {
    for words in ["", ", without 100 steps", ", without 400 steps"] {
      #expect(abs(number("constant, noise \(variance)\(words)") - variance) < 1e-3)
    }
    #expect(number("miss of the constant, noise \(variance)") < 0.02)
    // The largest network's own law has what its size lacks in its constant: 90 N^-.6 of what is left.
    let size = Double(NetworkCost(of: Self.plan.stages[7], Self.plan)!.parameters)
    let lacking = 90 * Elementary.power(size, -0.6)
    #expect(abs(number("constant, noise \(variance), one size") - variance - lacking) < 1e-3)
    let least = Self.left(size, 64 * 30_000)
    #expect(abs(number("miss of the constant, noise \(variance), one size") - lacking / least) < 0.02)
    #expect(abs(number("size exponent, noise \(variance)") - 0.6) < 0.01)
    #expect(abs(number("data exponent, noise \(variance)") - 0.5) < 0.01)
    #expect(abs(number("best size, noise \(variance): surface") - 0.5 / 1.1) < 0.01)
  }

  /// One who takes the least loss for the constant misses by all that is left.
  @Test func theNoiseIsNoPartOfWhatIsLeft() {
    let size = Double(NetworkCost(of: Self.plan.stages[7], Self.plan)!.parameters)
    let least = Self.left(size, 64 * 30_000)
    #expect(abs(number("left to learn, width 48, noise 2.0") / least - 1) < 1e-4)
    #expect(abs(number("left to learn, width 48, noise 0.49") / least - 1) < 1e-4)
  }

  /// The same law, known by a training for each number of steps.
  @Test func eachLengthIsAPointOfItsOwn() {
    for words in ["", ", without 500 steps", ", without 1000 steps"] {
      #expect(abs(number("constant, noise 2.0\(words)", among: Self.cooledReadings) - 2) < 1e-3)
    }
    #expect(abs(number("data exponent, noise 2.0", among: Self.cooledReadings) - 0.5) < 0.01)
    let size = Double(NetworkCost(of: Self.plan.stages[7], Self.plan)!.parameters)
    let least = Self.left(size, 64 * 16_000)
    #expect(abs(number("left to learn, width 48, noise 2.0", among: Self.cooledReadings) / least - 1) < 1e-4)
  }

  @Test(arguments: [Profile.smoke, .standard]) func claimsAreAboutReadings(_ profile: Profile) {
    for (readings, experiment) in [
      (Self.readings, Experiment.scalingLaw(profile)), (Self.cooledReadings, .scalingLawCooled(profile)),
    ] {
      let names = readings.map(\.name)
      #expect(Set(names).count == names.count)
      #expect(experiment.claims.isEmpty == (profile == .smoke))
      for claim in experiment.claims { #expect(names.contains(claim.subject)) }
    }
  }

  /// All sizes, variances and lengths learn from the same graphs and the same draws of noise.
  @Test(arguments: [Profile.smoke, .standard]) func stagesShareAStream(_ profile: Profile) {
    for (scale, plan) in [
      (ScalingLawScale.level(profile), Experiment.scalingLaw(profile).plan),
      (.cooled(profile), Experiment.scalingLawCooled(profile).plan),
    ] {
      #expect(Set(plan.stages.map { ReplicateSeeds(3).stage($0) }).count == 1)
      let names = scale.variances.flatMap { variance in scale.widths.flatMap { scale.names($0, variance) } }
      #expect(plan.stages.map(\.name) == names && Set(names).count == names.count)
      #expect(plan.stages.allSatisfy { plan.lineage(of: $0.name).count == 1 })
    }
  }
}
