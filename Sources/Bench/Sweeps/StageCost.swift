import Judging
import Learning
import Training

/// What a stage's network is and, where its operations are counted, what a step takes.
struct StageCost {
  let layout: ParameterLayout
  let counted: NetworkCost?
  /// Nil for networks that have no one width.
  let width: Int?
}

extension Experiment {
  func cost(of stage: String) -> StageCost {
    let stage = plan.stage(named: stage)
    let model = plan.model(of: stage)
    return StageCost(layout: model.layout, counted: NetworkCost(of: stage, plan), width: model.width)
  }
}

extension Architecture {
  fileprivate var width: Int? {
    switch self {
    case .encoder(let shape): shape.width
    case .looped(let shape): shape.width
    case .answerer(let shape): shape.width
    case .tape(let shape): shape.width
    case .messagePassing(let shape): shape.width
    case .attentionOnly: nil
    }
  }
}
