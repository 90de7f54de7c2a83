import Data
import Instruments
import Judging
import Training

extension Experiment {
  /// How much of a maze does a network use that writes the path through it, by size? An eighth of the mazes it learns from are
  /// blank, so that it says what a path is worth to it without one.
  static func infogain(_ setting: BlankedSetting, _ profile: Profile) -> Experiment {
    let scale = setting.scale(profile)
    let claimed = setting.claimedSteps(profile)
    let claim = ReadingClaims(
      of: setting.id, at: GenerativeScale.stage(width: scale.widths[scale.widths.count - 1]), in: nil)
    return Experiment(
      id: setting.id, claim: "Of a maze of \(setting.words) a larger network uses more when it writes the path.",
      profile: profile, model: setting.learned.network(width: scale.widths[0]),
      stages: scale.stages(on: setting.learned),
      asked: [setting.shown, setting.blank].map { AskedSplit(.generative($0), count: GenerativeScale.askedCount) },
      replicates: 5,
      claims: claimed.map {
        claim(
          InfogainInstrument.difference(scale, step: $0), "infogain", .atLeast(0.3),
          floor: .nothing(0, label: "size is of no use"), from: setting.provenance)
      } + [
        claim(
          InfogainInstrument.difference(scale, step: InfogainInstrument.earlyStep), "infogain", .atLeast(0.3),
          isControl: true, from: setting.provenance)
      ],
      instrumentation: Instrumentation(
        InfogainInstrument(scale: scale, setting: setting, steps: [InfogainInstrument.earlyStep] + claimed)))
  }
}
