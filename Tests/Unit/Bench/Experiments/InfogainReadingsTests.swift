import Data
import Testing

@testable import Bench
@testable import Instruments
@testable import Judging
@testable import Training

/// Runs that are made up, so that what is read off them is known.
@Suite struct InfogainReadingsTests {
  /// What the path of a shown maze costs a network, in nats.
  private static func shown(_ stage: Stage, _ step: Int) -> Double {
    step < 300 ? 1.25 : stage.name.hasSuffix(" 8") ? 1 : 0.5
  }
  /// What that of a blank one costs it beyond what it must.
  private static let lacking = 0.125

  private static func seen(_ experiment: Experiment, _ setting: BlankedSetting) -> Sighting {
    let stages = experiment.stages.map { stage in
      let milestones = GenerativeScale.looks(upTo: stage.recipe.steps).map { step in
        // Two sequences: by part the divergence, then the surprise.
        let paths = [shown(stage, step), lacking].map { Float($0) }
        let predictions = paths.map { path in [0, 0, path, 0, 0, path] + [0, 0, path, 0, 0, path] }
        return Milestone(step: step, predictions: predictions)
      }
      return Run.StageOutcome(
        name: stage.name, parameters: [], losses: [], predictions: [], milestones: milestones, seconds: 0)
    }
    return Sighting(experiment.plan, Run(replicate: 0, stages: stages), [], [])
  }

  @Test(arguments: BlankedSetting.all) func theGainIsTheShareThatTheMazeSaves(_ setting: BlankedSetting) throws {
    let experiment = Experiment.infogain(setting, .standard)
    let readings = try #require(experiment.instrumentation).instrument.readings(Self.seen(experiment, setting))
    func number(_ name: String) -> Double { readings.first { $0.name == name }?.value ?? .nan }
    let entropy = setting.mazes.blindPathEntropy
    let blank = entropy + Self.lacking
    #expect(abs(number("infogain, width 8, step 6000") - (blank - 1) / blank) < 1e-12)
    #expect(abs(number("infogain, width 32, step 6000") - (blank - 0.5) / blank) < 1e-12)
    #expect(abs(number("infogain by the exact blank, width 32") - (entropy - 0.5) / entropy) < 1e-12)
    #expect(abs(number("infogain, width 32 less width 8, step \(setting.claimedStep)") - 0.5 / blank) < 1e-12)
    #expect(abs(number("infogain, width 32 less width 8, step 248")) < 1e-12)
    #expect(abs(number("a blank maze's path, exact") - entropy) < 1e-12)
  }

  @Test(arguments: Profile.allCases, BlankedSetting.all)
  func claimsAreAboutReadings(profile: Profile, setting: BlankedSetting) throws {
    let experiment = Experiment.infogain(setting, profile)
    let names = try #require(experiment.instrumentation).instrument.readings(Self.seen(experiment, setting)).map(\.name)
    #expect(Set(names).count == names.count)
    #expect(experiment.claims.isEmpty == (profile == .smoke))
    for claim in experiment.claims { #expect(names.contains(claim.subject)) }
  }

  /// One network reads shown mazes and blank ones, so all have the same tokens.
  @Test(arguments: BlankedSetting.all) func allAreToldByTheSameTokens(_ setting: BlankedSetting) {
    #expect(Set([setting.learned, setting.shown, setting.blank].map(\.vocabulary)).count == 1)
    #expect(Set([setting.learned, setting.shown, setting.blank].map(\.localName)).count == 3)
  }
}
