import Instruments
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Training

/// Runs that are made up by a law, so that what is read off them is known.
@Suite struct ScalingLawReadingsTests {
  private static let scale = ScalingLawScale.at(.standard)
  private static let plan = Experiment.scalingLaw(.standard).plan

  /// What is left to learn: 90 N^-.6 + 40 D^-.5.
  private static func left(_ size: Double, _ data: Double) -> Double {
    90 * Elementary.power(size, -0.6) + 40 * Elementary.power(data, -0.5)
  }

  private static let seen: Sighting = {
    let stages = plan.stages.map { stage in
      let split = plan.watched(in: stage)[0]
      let truths = split.examples.unanswered(
        count: split.count, seed: ReplicateSeeds(2).questions(of: split)
      ).truths
      let size = Double(NetworkCost(of: stage, plan)!.parameters)
      let milestones = GenerativeScale.looks(upTo: stage.recipe.steps).map { step in
        let error = Float(left(size, Double(64 * step)).squareRoot())
        return Milestone(step: step, predictions: [truths.map { $0 + error }])
      }
      return Run.StageOutcome(
        name: stage.name, parameters: [], losses: [], predictions: [], milestones: milestones, seconds: 0)
    }
    return Sighting(plan, Run(replicate: 2, stages: stages), [], [])
  }()

  private static let readings = ScalingLawInstrument(scale: scale).readings(seen)

  private func number(_ name: String) -> Double { Self.readings.first { $0.name == name }?.value ?? .nan }

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

  @Test(arguments: [Profile.smoke, .standard]) func claimsAreAboutReadings(_ profile: Profile) {
    let names = Self.readings.map(\.name)
    #expect(Set(names).count == names.count)
    let claims = Experiment.scalingLaw(profile).claims
    #expect(claims.isEmpty == (profile == .smoke))
    for claim in claims { #expect(names.contains(claim.subject)) }
  }

  /// All sizes and variances learn from the same graphs and the same draws of noise.
  @Test(arguments: [Profile.smoke, .standard]) func stagesShareAStream(_ profile: Profile) {
    let plan = Experiment.scalingLaw(profile).plan
    #expect(Set(plan.stages.map { ReplicateSeeds(3).stage($0) }).count == 1)
    #expect(plan.stages.count == ScalingLawScale.at(profile).widths.count * ScalingLawScale.at(profile).variances.count)
    #expect(plan.stages.allSatisfy { plan.lineage(of: $0.name).count == 1 })
  }
}
