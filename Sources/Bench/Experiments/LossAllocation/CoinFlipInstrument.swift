import Instruments
import Judging
import Training

/// Reads whether a batch is a coin flip: whether the share that helps the whole set follows from each parameter's mean and
/// spread over the examples.
struct CoinFlipInstrument: Instrument {
  let steps: Int
  let draws: Int

  var watches: [StageWatch] { [watch] }

  /// One chord: nothing of the allocation is read.
  private var watch: StageWatch {
    StageWatch(
      AllocationArm.descent.rawValue, [AllocationArm.learned], AllocationPlan(intervals: 2...2, chord: steps),
      coin: CoinFlips(
        before: (0..<5).map { $0 * steps / 5 }, batchSize: AllocationArm.batchSize,
        predictedFor: [AllocationArm.batchSize, AllocationArm.batchSize / 4], draws: draws))
  }

  func readings(_ seen: Sighting) -> [Reading] {
    let flips = seen(watch).flips
    func farthest(_ size: Int) -> Double { flips.map { abs($0.predicted[size] - $0.measured) }.max()! }
    return flips.flatMap {
      [
        Reading("measured before step \($0.step)", $0.measured),
        Reading("predicted before step \($0.step)", $0.predicted[0]),
      ]
    } + [Reading("farthest miss", farthest(0)), Reading("farthest miss for batches of 16", farthest(1))]
  }
}

extension Experiment {
  /// Is the noise mostly that a batch is not the set: a coin flip with a few real effects?
  package static func allocationCoinFlip(_ profile: Profile) -> Experiment {
    let id = "lca/coin-flip"
    let claim = ReadingClaims.onArms(of: id)
    let scale = LossAllocationScale.at(profile)
    let why = Claim.Provenance.pilot(
      "Five seeds in PyTorch: .013 over 15 points, of 400 batches each, whose standard error is .008.")
    return onArms(
      id, "At a point, which parameters help the whole set follows from a coin with a few real effects.", profile,
      CoinFlipInstrument(steps: scale.steps, draws: scale.draws),
      [
        claim("farthest miss", "share", .atMost(0.02), test: "aCoinFlip", from: why),
        claim(
          "farthest miss for batches of 16", "share", .atMost(0.02), isControl: true,
          test: "notOfSmallerBatches",
          from: .pilot("As the claim.")),
      ])
  }
}
