import Instruments
import Judging
import Training

extension Experiment {
  /// Is the constant of a law of size and data what none can learn, where that is known: noise in the answers?
  static func scalingLaw(_ profile: Profile) -> Experiment {
    let id = "scaling/law"
    let scale = ScalingLawScale.at(profile)
    return Experiment(
      id: id, claim: "The constant of a law of size and data is the variance of the noise in the answers.",
      profile: profile, model: SizeSweep.network(scale.widths[0]), stages: scale.stages,
      asked: [AskedSplit(SizeSweep.near, count: ScalingLawScale.askedCount)], replicates: 5,
      claims: scale.variances.flatMap { noiseClaims(id, scale, $0) },
      instrumentation: Instrumentation(ScalingLawInstrument(scale: scale)))
  }

  private static func noiseClaims(_ id: String, _ scale: ScalingLawScale, _ variance: Double) -> [Claim] {
    let claim = ReadingClaims(
      of: id, at: ScalingLawScale.stage(scale.widths[scale.widths.count - 1], variance), in: nil)
    let tenth = Requirement.between(0.9 * variance...1.1 * variance)
    let isMeasured = Claim.Provenance.theory("Within a tenth of the variance that was added.")
    let isBetter = Claim.Provenance.goal("Twice as near as the least loss that was seen.")
    return [
      claim(
        "constant, noise \(variance)", "squared error", tenth, floor: .nothing(0, label: "no constant"),
        from: isMeasured),
      claim(
        "miss of the constant, noise \(variance)", "of what is left to learn", .atMost(0.5),
        floor: .nothing(1, label: "the least loss"), from: isBetter),
      claim(
        "miss of the constant, noise \(variance), smallest sizes", "of what is left to learn", .atMost(0.5),
        isControl: true, from: isBetter),
    ]
  }
}
