import Instruments
import Judging
import Training

extension Experiment {
  /// Those that sweep over sizes (Henighan et al., 2020), without those that a profile is too small to claim anything of.
  static func sweeps(_ profile: Profile) -> [Experiment] {
    [.strongGeneralization(profile), .transfer(profile)].filter { !$0.claims.isEmpty }
  }

  /// Does size help strong generalization beyond what it does for the loss on the distribution that is learned from?
  package static func strongGeneralization(_ profile: Profile) -> Experiment {
    let id = "scaling/strong-generalization"
    let scale = ScalingScale.at(profile)
    let (smallest, largest) = (scale.widths[0], scale.widths[scale.widths.count - 1])
    let claim = ReadingClaims(of: id, at: SizeLadder.learned(largest), in: "Scaling")
    let pilot = "Five seeds of a pilot in PyTorch: "
    let matched =
      "The largest bound of a pilot in PyTorch was .068, and .09 by other degrees, sizes and steps."
    func examples(_ width: Int) -> String {
      "examples to \(StrongGeneralizationInstrument.level), width \(width), by those of width \(smallest)"
    }
    let all =
      SizeSweep.farSizes.map {
        claim(
          "gamma, n = \($0)", "ln loss a decade", .between(-0.1...0.1),
          test: "noBenefitOfSizeAt\($0)", from: .pilot(matched))
      }
      + SizeSweep.plainFarSizes.map {
        claim(
          "gamma, not matched, n = \($0)", "ln loss a decade", .between(-0.1...0.1), isControl: true,
          test: "unmatchedThereIsOneAt\($0)", from: .pilot("As the claim."))
      } + [
        claim(
          examples(largest), "ratio", .atMost(0.7), floor: .nothing(1, label: "as many"),
          test: "largerNeedsFewerExamples", from: .pilot(pilot + ".18, .52, .48, .42, .57.")),
        claim(
          examples(smallest), "ratio", .atMost(0.7), isControl: true, test: "itselfNeedsAsMany",
          from: .pilot("As the claim.")),
      ]
    return SizeSweep(scale: scale).experiment(
      id,
      "Larger networks generalize to larger graphs as far as they fit small ones better, and no further.",
      profile,
      StrongGeneralizationInstrument(scale: scale),
      scale.claimsAll ? all : [])
  }
}
