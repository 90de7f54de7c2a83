import Instruments
import Judging
import Training

extension Experiment {
  /// Is the constant of a law of size and data what none can learn, where that is known: noise in the answers?
  static func scalingLaw(_ profile: Profile) -> Experiment {
    scalingLaw(
      "scaling/law", "The constant of a law of size and data is the variance of the noise in the answers.", profile,
      .level(profile))
  }

  /// The same where each point of the law is a training of its own, whose rate falls to 0: whether the recipe is to blame for
  /// what the law says.
  static func scalingLawCooled(_ profile: Profile) -> Experiment {
    scalingLaw(
      "scaling/law-cooled", "So it is where each number of examples has a training of its own, cooled to its end.",
      profile, .cooled(profile))
  }

  private static func scalingLaw(
    _ id: String, _ claim: String, _ profile: Profile, _ scale: ScalingLawScale
  ) -> Experiment {
    Experiment(
      id: id, claim: claim, profile: profile, model: SizeSweep.network(scale.widths[0]), stages: scale.stages,
      asked: [AskedSplit(SizeSweep.near, count: ScalingLawScale.askedCount)], replicates: 5,
      claims: scale.claimsAll ? scale.variances.flatMap { noiseClaims(id, scale, $0) } : [],
      instrumentation: Instrumentation(ScalingLawInstrument(scale: scale)))
  }

  private static func noiseClaims(_ id: String, _ scale: ScalingLawScale, _ variance: Double) -> [Claim] {
    let ofTheLargest = scale.names(scale.widths[scale.widths.count - 1], variance)
    let claim = ReadingClaims(of: id, at: ofTheLargest[ofTheLargest.count - 1], in: nil)
    let isNearer = Claim.Provenance.goal("Twice as near as the least loss that was seen.")
    return [
      claim(
        "miss of the constant, noise \(variance)", "of what is left to learn", .atMost(0.5),
        floor: .nothing(1, label: "the least loss"), from: isNearer),
      // What one network's own law comes to, which has what its size lacks in its constant.
      claim(
        "miss of the constant, noise \(variance), one size", "of what is left to learn", .atMost(0.5), isControl: true,
        from: isNearer),
    ]
  }
}
