import Data
import Instruments
import Judging
import Training

extension Experiment {
  /// Does what is left to learn fall by the same power of compute where mazes are told otherwise, or are larger?
  static func retoldMazes(_ told: RetoldMazes, _ profile: Profile) -> Experiment {
    let scale = GenerativeScale.few(profile, steps: 2_000)
    let claim = ReadingClaims(of: told.id, at: GenerativeScale.stage(width: scale.widths[0]), in: nil)
    return Experiment(
      id: told.id,
      claim: "The frontier of mazes \(told.words) falls by a power of compute as that of scaling/generative.",
      profile: profile, model: told.mazes.network(width: scale.widths[0]), stages: scale.stages(on: told.mazes),
      asked: [AskedSplit(.generative(told.mazes), count: GenerativeScale.askedCount)], replicates: 5,
      claims: !scale.claimsAll
        ? []
        : [
          claim(
            "frontier: exponent", "exponent", .between(0.3...0.55), floor: .nothing(0, label: "compute is of no use"),
            from: told.provenance),
          claim(
            "frontier: exponent of the whole loss", "exponent", .between(0.3...0.55), isControl: true,
            from: told.provenance),
        ], instrumentation: Instrumentation(RetoldInstrument(mazes: told.mazes)))
  }
}
