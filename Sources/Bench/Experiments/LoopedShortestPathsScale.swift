import Learning

/// What a profile changes in the experiments on graphs with a looped network.
struct LoopedShortestPathsScale {
  struct Threshold {
    let value: Double
    let provenance: String
  }

  let recipe: Recipe
  /// Examples a split that each replicate is asked; of graphs of 64 vertices an eighth.
  let questions: Int
  let replicates: Int
  let anyTarget: Threshold
  let onPath: Threshold
  let larger: Threshold

  static func at(_ profile: Profile) -> LoopedShortestPathsScale {
    switch profile {
    case .smoke: scale(examples: 32_000, questions: 2_048)
    case .standard: scale(examples: 128_000, questions: 8_192)
    case .paper: scale(examples: 512_000, questions: 32_768)
    }
  }

  /// As many loops as the label of what cannot be reached: a target that is waited for in vain gets that label.
  static func model(isNamed: Bool) -> LoopedEncoderShape {
    LoopedEncoderShape(
      vocabulary: VertexSource.vocabulary(isNamed: isNamed), idsPerToken: isNamed ? 2 : 1, width: 32, headCount: 2,
      hiddenWidth: 64, normOrder: .post, linkKinds: VertexSource.LinkKind.allCases.count, loops: 15, answer: .waiting,
      outputs: 1, readout: .lastToken, loss: .squaredError)
  }

  private static func scale(examples: Int, questions: Int) -> LoopedShortestPathsScale {
    let steps = examples / 64
    return LoopedShortestPathsScale(
      recipe: Recipe(
        steps: steps, batchSize: 64, shardCount: 4, optimizer: .adam(),
        schedule: .warmupCosine(peak: 2e-3, warmup: steps / 10, end: 0), gradientNormLimit: 1),
      questions: questions, replicates: 5,
      anyTarget: Threshold(value: 1, provenance: "The goal: the published network has 72.9."),
      onPath: Threshold(value: 0.02, provenance: "The goal: the published network has 0.1451 after fine-tuning."),
      larger: Threshold(value: 0.95, provenance: "The goal, at sizes that training never showed."))
  }
}
