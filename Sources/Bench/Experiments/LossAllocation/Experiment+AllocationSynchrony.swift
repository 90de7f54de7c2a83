import Instruments
import Judging
import Training

extension Experiment {
  /// Are layers synchronised, and is it the batch that does it?
  package static func allocationSynchrony(_ profile: Profile) -> Experiment {
    let id = "lca/synchrony"
    let claim = ReadingClaims.onArms(of: id)
    let chance = TrivialPredictor.nothing(0, label: "by chance")
    func why(_ seeds: String) -> Claim.Provenance { .pilot("In PyTorch: \(seeds).") }
    return onArms(
      id,
      "Layers learn most at the same steps, with batches or without; how many of a class a batch has does not say when.",
      profile, SynchronyInstrument(first: LossAllocationScale.at(profile).steps / 4),
      [
        claim(
          "z", "standard deviations", .atLeast(5), floor: chance, test: "synchronised",
          from: why("19 to 26 under each of four optimizers, rolled up to .5")),
        claim.on(.stratified)(
          "z: stratified batches", "standard deviations", .atLeast(5), floor: chance,
          test: "stratifiedToo", from: why("22 to 24")),
        claim.on(.whole)(
          "z: whole batches", "standard deviations", .atLeast(3), floor: chance,
          test: "wholeBatchesToo",
          from: .replicates(5...9, "Half way from chance to 6.0; a pilot's 5 was missed by seeds that were judged.")),
        claim.on(.whole)(
          "z, rolled: whole batches", "standard deviations", .atLeast(3), isControl: true,
          test: "rolledWholeBatchesAreNot", from: .pilot("As the claim.")),
        claim(
          "z, layers rolled", "standard deviations", .atLeast(5), isControl: true, test: "rolledAreNot",
          from: .pilot("As the claim.")),
        claim(
          "explained by class counts", "share of variance", .atMost(0.1), test: "classCountsSayLittle",
          from: why(".06 at most, .02 where steps are permuted")),
        claim.on(.momentum)(
          "explained by the batch's mean error: momentum", "share of variance", .atMost(0.1),
          isControl: true, test: "theMeanErrorSaysMore", from: why("r from .66 to .71, so .43 at least")),
        claim(
          "unreachable ones, r with their count", "correlation", .atMost(-0.1), floor: chance,
          test: "countedOnesLearn", from: why("-.42 to -.17 under each of four optimizers")),
        claim(
          "the same, steps permuted", "correlation", .atMost(-0.1), isControl: true,
          test: "permutedTheyDoNot", from: .pilot("As the claim.")),
      ])
  }
}
