import Learning
import Reports
import Training

extension TrainingPlan {
  /// Why it cannot be trained as it is meant, though each of its numbers may stand where it does; nil where it can.
  var contradiction: String? {
    model.contradiction ?? stages.compactMap(\.contradiction).first
  }
}

extension Stage {
  fileprivate var contradiction: String? {
    guard let warmup = recipe.schedule.warmup, recipe.steps > 0, warmup > recipe.steps else { return nil }
    return
      "\(name) has \(NumberText.plural(recipe.steps, "step")), and warms up over \(warmup): set \(name).warmup too."
  }
}

extension Architecture {
  fileprivate var contradiction: String? {
    switch self {
    case .encoder(let shape):
      let ids = shape.combination == .concatenate ? uneven(shape.width, shape.idsPerToken, "ids of a token") : nil
      return uneven(shape.width, shape.headCount, "heads") ?? ids ?? shape.oddHead
    case .looped(let shape): return uneven(shape.width, shape.headCount, "heads")
    case .answerer(let shape): return uneven(shape.width, shape.headCount, "heads")
    case .tape(let shape): return uneven(shape.width, shape.headCount, "heads")
    case .attentionOnly, .messagePassing: return nil
    }
  }

  private func uneven(_ width: Int, _ parts: Int, _ name: String) -> String? {
    width % parts == 0 ? nil : "A width of \(width) is not shared evenly by \(parts) \(name)."
  }
}

extension EncoderShape {
  fileprivate var oddHead: String? {
    guard case .rotary = positions, width / headCount % 2 == 1 else { return nil }
    return "Features are turned in pairs: a head cannot have \(width / headCount)."
  }
}
