import Data
import Judging
import Learning
import Training

/// What a profile changes in the experiments on squaring.
struct SquaringScale {
  let recipe: Recipe
  /// Examples a split that each replicate is asked; three times as many where three depths are told apart.
  let questions: Int
  let replicates: Int
  /// The least share of right answers where nothing trivial is right.
  let accuracy: Double
  let provenance: Claim.Provenance

  static func at(_ profile: Profile) -> SquaringScale {
    switch profile {
    case .smoke:
      scale(
        steps: 3_000, questions: 256, replicates: 5, accuracy: 0.46,
        .replicates(5...9, "Half way from none, where nothing trivial is right, to 0.92, the worst of the claims."))
    case .standard:
      scale(
        steps: 4_000, questions: 1_024, replicates: 5, accuracy: 0.9,
        .goal("Seeds 0-4 of the first runs had 0.98 and more."))
    case .paper:
      scale(
        steps: 16_000, questions: 8_192, replicates: 5, accuracy: 0.9, .goal("As at the standard profile."))
    }
  }

  /// The bits that are learned, and as many loops.
  static let trainedBits = PowerTape.bits(PowerSplit.trainedBits)

  static func model(_ state: TapeEncoderShape.State, reading tape: PowerTape) -> TapeEncoderShape {
    TapeEncoderShape(
      symbols: PowerSplit.train.format.alphabet, tapeSymbols: PowerTape.symbolCount, width: 64, layerCount: 2,
      headCount: 1, hiddenWidth: 128, loops: tape.length, state: state)
  }

  private static func scale(
    steps: Int, questions: Int, replicates: Int, accuracy: Double, _ provenance: Claim.Provenance
  ) -> SquaringScale {
    SquaringScale(
      recipe: Recipe(
        steps: steps, batchSize: 16, shardCount: 1, optimizer: .adam(),
        schedule: .warmupCosine(peak: 2e-3, warmup: 100, end: 0), gradientNormLimit: 1),
      questions: questions, replicates: replicates, accuracy: accuracy, provenance: provenance)
  }
}
