import Foundation
import Learning

/// What a profile changes in the experiments on squaring.
struct SquaringScale {
  struct Threshold {
    let value: Double
    let provenance: String
  }

  let recipe: Recipe
  /// Examples a split that each replicate is asked; three times as many where depths are told apart.
  let questions: Int
  let replicates: Int
  let threshold: Double

  static func at(_ profile: Profile) -> SquaringScale {
    switch profile {
    case .smoke: scale(steps: 1_200, questions: 256)
    case .standard: scale(steps: 2_000, questions: 1_024)
    case .paper: scale(steps: 10_000, questions: 4_096)
    }
  }

  static func env(_ name: String, _ value: Double) -> Double {
    ProcessInfo.processInfo.environment[name].flatMap(Double.init) ?? value
  }

  static func model(_ state: TapeEncoderShape.State) -> TapeEncoderShape {
    TapeEncoderShape(
      symbols: 32, tapeSymbols: PowerTape.symbolCount, width: Int(env("SQ_W", 64)), layerCount: Int(env("SQ_L", 2)),
      headCount: Int(env("SQ_HEADS", 1)), hiddenWidth: Int(env("SQ_H", 128)), loops: 3,
      state: state)
  }

  private static func scale(steps: Int, questions: Int) -> SquaringScale {
    let steps = Int(env("SQ_STEPS", Double(steps)))
    return SquaringScale(
      recipe: Recipe(
        steps: steps, batchSize: Int(env("SQ_B", 16)), shardCount: 1, optimizer: .adam(),
        schedule: .warmupCosine(peak: env("SQ_LR", 2e-3), warmup: 100, end: 0), gradientNormLimit: 1),
      questions: questions, replicates: 5, threshold: 0.9)
  }
}
