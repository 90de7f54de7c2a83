import Instruments
import Judging
import Training

extension Experiment {
  /// Start where every entry helps, change one thing at a time, and see which change makes entries hurt.
  package static func allocationFactors(_ profile: Profile) -> Experiment {
    let id = "lca/factors"
    let claim = ReadingClaims.onArms(of: id)
    let everything = TrivialPredictor.nothing(1, label: "everything helps")
    func pilot(_ seeds: String) -> Claim.Provenance {
      .pilot("Between what five seeds in PyTorch gave and its control: \(seeds)")
    }
    return onArms(
      id, "What makes parameters hurt is momentum most; then that a batch is not the set, and that a step is finite.",
      profile, FactorsInstrument(),
      [
        claim("complete", "defect", .atMost(0.01), test: "complete", from: completeness),
        claim("by trapezoids", "defect", .atMost(0.01), isControl: true, test: "trapezoidsAreNot", from: completeness),
        claim("by points", "defect", .atMost(0.01), isControl: true, test: "pointsAreNot", from: completeness),
        claim.on(.whole)(
          "in two intervals", "defect", .atMost(0.01), isControl: true, test: "twoIntervalsAreNot",
          from: completeness),
        claim(
          "positive entries without momentum", "entries", .atMost(0), test: "nothingHurtsAtThePoint",
          smallestEffect: 0.5,
          from: theorem),
        claim.on(.momentum)(
          "positive entries: momentum", "entries", .atMost(0), isControl: true,
          test: "withMomentumSomethingDoes", smallestEffect: 0.5, from: theorem),
        claim.on(.adam)(
          "positive entries: Adam", "entries", .atMost(0), isControl: true, test: "underAdamSomethingDoes",
          smallestEffect: 0.5, from: theorem),
        claim(
          "helping: SGD, whole set, integrated", "share", .between(0.5...0.65), test: "halfHelpUnderSGD",
          from: pilot(".583, and 1.")),
        claim.on(.rmsProp)(
          "helping: RMSprop, whole set, integrated", "share", .between(0.5...0.65),
          test: "halfHelpUnderRMSprop", from: pilot(".568, and 1.")),
        claim.on(.momentum)(
          "helping: momentum, whole set, integrated", "share", .between(0.5...0.65),
          test: "halfHelpUnderMomentum", from: pilot(".583, and 1.")),
        claim.on(.rmsProp)(
          "helping: RMSprop, batch, point", "share", .between(0.5...0.65), isControl: true,
          test: "allHelpByWhatTheOptimizerReads", from: theorem),
        claim.on(.momentum)(
          "helping: momentum, batch, point", "share", .atMost(0.7), floor: everything, test: "momentumAlone",
          from: pilot(".650, and 1.")),
        claim(
          "helping: SGD, whole set, point", "share", .atMost(0.8), floor: everything, test: "wholeSetAlone",
          from: pilot(".760, and 1.")),
        claim(
          "helping: SGD, batch, integrated", "share", .atMost(0.9), floor: everything, test: "integrationAlone",
          from: pilot(".850, and 1.")),
        claim(
          "helping: SGD, batch, point", "share", .atMost(0.9), isControl: true, test: "noneOfThem", from: theorem),
        claim(
          "momentum below the others", "difference", .atLeast(0.03), floor: .nothing(0, label: "no order"),
          test: "momentumMost", from: pilot(".054 the smallest step between neighbours, and below 0.")),
        claim(
          "integration below the others", "difference", .atLeast(0.03), isControl: true, test: "notIntegration",
          from: .pilot("As the claim.")),
        claim.on(.whole)(
          "helping: whole batches, whole set, integrated", "share", .atMost(0.85), floor: everything,
          test: "batchesAreNotAll", from: pilot(".748, and .997.")),
        claim.on(.whole)(
          "helping: whole batches, whole set, hundredth", "share", .atMost(0.85), isControl: true,
          test: "aHundredthOfAStep", from: .pilot("As the claim.")),
        claim(
          "kurtosis", "excess kurtosis", .atLeast(20), floor: .nothing(0, label: "normal"), test: "heavyTails",
          from: pilot("52 the smallest, and 0.")),
        claim(
          "kurtosis of normal numbers", "excess kurtosis", .atLeast(20), isControl: true, test: "normalNumbersHaveNone",
          from: .pilot("As the claim.")),
        claim.on(.adam)(
          "largest layer: Adam", "loss change", .atMost(0), test: "noLayerHurtsUnderAdam",
          smallestEffect: 0.1, from: .theory("Above 0 a layer hurts.")),
        claim.on(.fastHead)(
          "largest layer: fast head", "loss change", .atMost(0), isControl: true,
          test: "someHurtBesideAFastHead", smallestEffect: 0.1, from: .theory("As the claim.")),
      ],
      always: [
        "complete", "by points", "positive entries without momentum", "positive entries: momentum",
        "positive entries: Adam",
      ])
  }

  static let completeness = Claim.Provenance.paper("It asks for 1 % of the change; a pilot had .013 %.")
  static let theorem = Claim.Provenance.theory(
    "Without momentum and decay no stored step points along the gradient that the optimizer read.")
}
