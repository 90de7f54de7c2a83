import Data
import Judging
import Learning
import Training

/// What a profile changes in the experiments on graphs with a looped network.
struct LoopedShortestPathsScale {
  let recipe: Recipe
  /// Examples a split that each replicate is asked; of graphs of 64 vertices an eighth.
  let questions: Int
  let replicates: Int
  let anyTarget: Threshold
  /// Of the control that knows each vertex by its number.
  var anyTargetByName: Threshold {
    Threshold(value: anyTarget.value, provenance: .goal("At most what graphs/looped is held to on the same split."))
  }
  let onPath: Threshold
  let larger: Threshold
  /// Graphs built otherwise.
  let structures: Threshold
  /// What the control must have learned.
  let named: Threshold

  /// What takes more loops than it learned with, asked with as many.
  var waited: [AskedSplit] {
    [
      AskedSplit(.vertices(.anyTarget64Waited), count: questions / 8, loops: GraphSplit.longestWait),
      AskedSplit(.vertices(.farApart), count: questions / 16, loops: GraphSplit.longestWait),
    ]
  }

  static func at(_ profile: Profile) -> LoopedShortestPathsScale {
    switch profile {
    case .smoke:
      scale(
        examples: 32_000, questions: 2_048,
        onPath: Threshold(value: 0.013, provenance: .replicates(5...9, "Between .00022 and the .80 of d(1,2).")),
        larger: Threshold(value: 0.62, provenance: .replicates(5...9, "Half way from a constant's 25 % to 99.9 %.")))
    case .standard: scale(examples: 128_000, questions: 8_192, onPath: onPath, larger: larger)
    case .paper: scale(examples: 512_000, questions: 32_768, onPath: onPath, larger: larger)
    }
  }

  /// As many loops as the label of what cannot be reached: a target that is waited for in vain gets that label.
  static func model(isNamed: Bool = false) -> LoopedEncoderShape {
    LoopedEncoderShape(
      vocabulary: VertexSource.vocabulary(isNamed: isNamed), idsPerToken: isNamed ? 2 : 1, width: 32, headCount: 2,
      hiddenWidth: 64, normOrder: .post, linkKinds: VertexSource.linkKinds(), loops: 15, answer: .waiting,
      outputs: 1, readout: .lastToken, loss: .squaredError)
  }

  private static let onPath = Threshold(
    value: 0.0042,
    provenance: .replicates(5...9, "Between .00002 and the .88 of d(1,2). The published network has .1451."))
  private static let larger = Threshold(
    value: 0.6, provenance: .replicates(5...9, "Half way from a constant's 20 % to 99.9 %, in 64 vertices."))

  private static func scale(
    examples: Int, questions: Int, onPath: Threshold, larger: Threshold
  ) -> LoopedShortestPathsScale {
    let steps = examples / 64
    return LoopedShortestPathsScale(
      recipe: .climbing(to: 2e-3, steps: steps, batchSize: 64, shardCount: 4),
      questions: questions, replicates: 5,
      anyTarget: Threshold(
        value: 0.02,
        provenance: .judged(0...4, "Upper bounds of 0.0014 (smoke) and 0.00015. The published network has 72.9.")),
      onPath: onPath, larger: larger,
      structures: Threshold(value: 0.95, provenance: .goal("What larger graphs were held to at first.")),
      named: Threshold(value: 0.9, provenance: .goal("Most of what was taught.")))
  }
}
