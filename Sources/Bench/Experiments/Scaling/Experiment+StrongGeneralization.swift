import Instruments
import Judging
import Training

extension Experiment {
  /// Those that sweep over sizes (Henighan et al., 2020).
  static func sweeps(_ profile: Profile) -> [Experiment] {
    [.strongGeneralization(profile), .transfer(profile)]
  }

  /// Does size help strong generalization beyond what it does for the loss on the distribution that is learned from?
  package static func strongGeneralization(_ profile: Profile) -> Experiment {
    let id = "scaling/strong-generalization"
    let scale = ScalingScale.at(profile)
    let (smallest, largest) = (scale.widths[0], scale.widths[scale.widths.count - 1])
    func claim(
      _ name: String, _ quantity: String, _ requirement: Requirement, isControl: Bool = false,
      floor: TrivialPredictor? = nil, test: String, from provenance: Claim.Provenance
    ) -> Claim {
      .reading(
        name, of: quantity, in: id, stage: SizeSweep.learned(largest), requirement,
        isControl: isControl, floor: floor,
        test: "Scaling/\(test)", provenance: provenance)
    }
    let pilot = "Five seeds of a pilot in PyTorch: "
    let matched =
      "The largest bound of a pilot in PyTorch was .068, and .09 by other degrees, sizes and steps."
    let sight = pilot + "1.2 to 2.6, and .07 the spread of those that are renamed."
    func examples(_ width: Int) -> String {
      "examples to \(StrongGeneralizationInstrument.level), width \(width), by those of width \(smallest)"
    }
    let all =
      SizeSweep.farSizes.map {
        claim(
          "gamma, n = \($0)", "ln loss a decade", .between(-0.1...0.1),
          test: "noBenefitOfSizeAt\($0)", from: .pilot(matched))
      }
      + SizeSweep.plainFarSizes.flatMap {
        [
          claim(
            "gamma, not matched, n = \($0)", "ln loss a decade", .between(-0.1...0.1),
            isControl: true,
            test: "unmatchedThereIsOneAt\($0)", from: .pilot("As the claim.")),
          claim(
            "above the curve, not renamed, n = \($0)", "ln loss", .atLeast(1),
            floor: .nothing(0, label: "on the curve"), test: "unknownNumbersAreSeenAt\($0)",
            from: .pilot(sight)),
          claim(
            "above the curve, renamed, n = \($0)", "ln loss", .atLeast(1), isControl: true,
            test: "knownNumbersAreNotAt\($0)", from: .pilot("As the claim.")),
        ]
      } + [
        claim(
          "least step between kappas", "slope", .atLeast(0.01),
          floor: .nothing(0, label: "all alike"),
          test: "flatterTheFarther", from: .pilot(pilot + ".038 between the nearest two.")),
        claim(
          "step between kappas of the same", "slope", .atLeast(0.01), isControl: true,
          test: "theSameIsAsSteep",
          from: .pilot("As the claim.")),
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
      all.filter { scale.claimsAll || inSmoke.contains($0.subject) })
  }

  private static let inSmoke: Set = ["step between kappas of the same"]
}
