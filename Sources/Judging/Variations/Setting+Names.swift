import Learning
import Training

extension Setting {
  /// All that an experiment has: `model.NAME` of the network, `STAGE.NAME` of each stage's recipe. An instrument reads given
  /// steps of given networks, so where there is one only what a step does may be set.
  static func all(of experiment: Experiment) -> [Setting] {
    let plan = experiment.plan
    let isRead = experiment.instrumentation != nil
    let isShared = plan.stages.contains { $0.model == nil }
    return (isRead || !isShared ? [] : sizes(of: plan.model) + dropout(of: plan.model))
      + plan.stages.indices.flatMap { stage($0, of: plan, isRead: isRead) }
  }

  private static func stage(_ place: Int, of plan: TrainingPlan, isRead: Bool) -> [Setting] {
    let stage = plan.stages[place]
    func settings(_ name: String, _ recipe: WritableKeyPath<TrainingPlan, Recipe>) -> [Setting] {
      (isRead ? [] : [batch(name, recipe, of: plan)]) + rates(name, recipe, of: plan)
    }
    let steps = Setting(name: stage.name + ".steps", place: .whole(\.stages[place].steps, counts))
    return (isRead ? [] : [steps]) + settings(stage.name, \.stages[place].recipe)
      + (stage.labels.system == nil
        ? [] : settings(stage.name + ".asker", \.stages[place].labels.system!.askerRecipe))
  }

  private static func batch(
    _ name: String, _ recipe: WritableKeyPath<TrainingPlan, Recipe>, of plan: TrainingPlan
  ) -> Setting {
    // Each shard has an example at least.
    Setting(
      name: name + ".batch",
      place: .whole(recipe.appending(path: \.batchSize), plan[keyPath: recipe].shardCount...largest))
  }

  /// Those that a recipe has: a constant rate has no end.
  private static func rates(
    _ name: String, _ recipe: WritableKeyPath<TrainingPlan, Recipe>, of plan: TrainingPlan
  ) -> [Setting] {
    let declared = plan[keyPath: recipe]
    func real(_ last: String, _ path: WritableKeyPath<Recipe, Double>, _ range: ClosedRange<Double>) -> Setting {
      Setting(name: "\(name).\(last)", place: .real(recipe.appending(path: path), range))
    }
    var settings = [real("rate", \.schedule.peak, 0...1_000)]
    if declared.schedule.end != nil { settings.append(real("endRate", \.schedule.end!, 0...1_000)) }
    if declared.schedule.warmup != nil {
      let path = recipe.appending(path: \.schedule.warmup!)
      settings.append(Setting(name: name + ".warmup", place: .whole(path, counts)))
    }
    let rule = declared.optimizer.rule
    if rule.beta1 != nil { settings.append(real("beta1", \.optimizer.rule.beta1!, kept)) }
    if rule.beta2 != nil { settings.append(real("beta2", \.optimizer.rule.beta2!, kept)) }
    if rule.momentum != nil { settings.append(real("momentum", \.optimizer.rule.momentum!, kept)) }
    if rule.smoothing != nil { settings.append(real("smoothing", \.optimizer.rule.smoothing!, kept)) }
    settings.append(real("weightDecay", \.optimizer.weightDecay, 0...1_000))
    if declared.gradientNormLimit != nil {
      settings.append(real("gradientNormLimit", \.gradientNormLimit!, 1e-9...1e9))
    }
    return settings
  }

  /// Nothing of weights that were made by hand: they fit one network.
  private static func sizes(of architecture: Architecture) -> [Setting] {
    switch architecture {
    case .encoder:
      sizes(
        \.encoderShape,
        [("width", \.width), ("layers", \.layerCount), ("heads", \.headCount), ("hiddenWidth", \.hiddenWidth)])
    case .looped:
      sizes(
        \.loopedShape, [("width", \.width), ("heads", \.headCount), ("hiddenWidth", \.hiddenWidth), ("loops", \.loops)])
    case .answerer:
      sizes(
        \.answererShape,
        [
          ("width", \.width), ("heads", \.headCount), ("hiddenWidth", \.hiddenWidth),
          ("embeddingWidth", \.embeddingWidth), ("factCells", \.factCells), ("questionCells", \.questionCells),
        ])
    case .tape:
      // Its loops read the tape, which is as long as the questions are.
      sizes(
        \.tapeShape,
        [("width", \.width), ("layers", \.layerCount), ("heads", \.headCount), ("hiddenWidth", \.hiddenWidth)])
    case .messagePassing: sizes(\.messagePassingShape, [("width", \.width), ("loops", \.loops)])
    case .attentionOnly: []
    }
  }

  /// Of networks that can drop features.
  private static func dropout(of architecture: Architecture) -> [Setting] {
    let path: WritableKeyPath<TrainingPlan, Double>
    switch architecture {
    case .encoder: path = \.model.encoderShape.dropout.probability
    case .answerer: path = \.model.answererShape.dropout.probability
    case .looped, .tape, .messagePassing, .attentionOnly: return []
    }
    return [Setting(name: "model.dropout", place: .real(path, kept))]
  }

  private static func sizes<Shape>(
    _ shape: WritableKeyPath<Architecture, Shape>, _ sizes: [(name: String, path: WritableKeyPath<Shape, Int>)]
  ) -> [Setting] {
    let model: WritableKeyPath<TrainingPlan, Architecture> = \.model
    return sizes.map { size in
      Setting(
        name: "model." + size.name,
        place: .whole(model.appending(path: shape).appending(path: size.path), 1...largest))
    }
  }

  /// What a running mean keeps each step, or a probability of being dropped: below 1.
  private static let kept = 0...0.999_999
  private static let counts = 0...1_000_000_000
  /// Of a batch, or of a network's width: far more than memory is large.
  private static let largest = 65_536
}
