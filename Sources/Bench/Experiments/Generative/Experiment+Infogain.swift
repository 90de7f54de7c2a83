import Data
import Instruments
import Judging
import Training

extension Experiment {
  /// How much of a maze does a network use that writes the path through it, by size? An eighth of the mazes it learns from are
  /// blank, so that it says what a path is worth to it without one.
  static func infogain(_ setting: BlankedSetting, _ profile: Profile) -> Experiment {
    let scale = GenerativeScale.few(profile, steps: 6_000)
    let claim = ReadingClaims(
      of: setting.id, at: GenerativeScale.stage(width: scale.widths[scale.widths.count - 1]), in: nil)
    func difference(_ step: Int) -> String { InfogainInstrument.difference(scale, step: step) }
    return Experiment(
      id: setting.id, claim: "Of a maze of \(setting.words) a larger network uses more when it writes the path.",
      profile: profile, model: setting.learned.network(width: scale.widths[0]),
      stages: scale.stages(on: setting.learned),
      asked: [
        AskedSplit(.generative(setting.shown), count: GenerativeScale.askedCount),
        // What is exact of a blank path takes all paths to compute.
        AskedSplit(.generative(setting.blank), count: GenerativeScale.askedCount / 4),
      ],
      replicates: 5,
      claims: !scale.claimsAll
        ? []
        : [
          claim(
            difference(setting.claimedStep), "infogain", .atLeast(0.3),
            floor: .nothing(0, label: "size is of no use"), from: setting.provenance),
          claim(
            difference(InfogainInstrument.earlyStep), "infogain", .atLeast(0.3), isControl: true,
            from: setting.provenance),
        ], instrumentation: Instrumentation(InfogainInstrument(scale: scale, setting: setting)))
  }
}
