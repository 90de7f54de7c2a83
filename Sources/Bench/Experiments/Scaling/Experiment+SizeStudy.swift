import Instruments
import Judging
import Training

extension Experiment {
  /// Does size help strong generalization of another family beyond what it does for the loss that is learned?
  static func sizeStudy(_ study: SizeStudy, _ profile: Profile) -> Experiment {
    let (scale, ladder, levels) = (ScalingScale.at(profile), study.ladder(profile), study.levels)
    let claim = ReadingClaims(of: study.id, at: SizeLadder.learned(ladder.largest), in: nil)
    let limits = Claim.Provenance.goal("The limits of scaling/strong-generalization, before any run of this.")
    let claims = levels.far.flatMap { level in
      [
        claim("gamma, \(level.name)", "ln loss a decade", .between(-0.1...0.1), from: limits),
        claim(
          "gamma, not matched, \(level.name)", "ln loss a decade", .between(-0.1...0.1), isControl: true, from: limits),
      ]
    }
    return Experiment(
      id: study.id, claim: study.sentence, profile: profile, model: study.network(ladder.widths[0]),
      stages: ladder.widths.map { width in
        ladder.stage(
          on: study.learned, study.network(width), width: width, rate: study.rate, asking: levels.asked.map(\.examples))
      },
      asked: levels.asked, replicates: scale.replicates, claims: scale.claimsAll ? claims : [],
      instrumentation: Instrumentation(SizeStudyInstrument(ladder: ladder, levels: levels)))
  }
}
