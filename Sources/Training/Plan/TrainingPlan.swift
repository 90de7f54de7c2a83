import Learning

/// What is trained, and what it is asked: everything that decides a run's numbers. Pure data.
package struct TrainingPlan: Sendable, Hashable {
  /// What it is called, in messages: no number depends on it.
  package var id: String
  /// That of every stage that declares none of its own.
  package var model: Architecture
  package var firstWeights: FirstWeights
  package var stages: [Stage]
  package var asked: [AskedSplit]
  package var replicates: Int

  package init(
    id: String, model: Architecture, firstWeights: FirstWeights = .drawn, stages: [Stage], asked: [AskedSplit],
    replicates: Int
  ) {
    self.id = id
    self.model = model
    self.firstWeights = firstWeights
    self.stages = stages
    self.asked = asked
    self.replicates = replicates
    for names in [stages.map(\.name), asked.map(\.examples.name)] {
      precondition(Set(names).count == names.count, "\(id) has two stages or asked splits of one name: \(names).")
    }
    for split in asked {
      precondition(
        split.loops == nil || stages.allSatisfy { self.model(of: $0).loops != nil },
        "\(id) asks \(split.examples.name) with more loops, and its model has none.")
    }
    for (place, stage) in stages.enumerated() {
      precondition(
        stage.after.map { name in stages[..<place].contains { $0.name == name } } ?? true,
        "\(id): \(stage.name) begins after \(stage.after ?? ""), which is no stage before it.")
      let before = lineage(of: stage.name).dropLast().last.map { stages[$0] }
      precondition(
        before.map { self.model(of: $0) == self.model(of: stage) } ?? true,
        "\(id): \(stage.name) goes on with the weights of \(before?.name ?? ""), which are another model's.")
      if case .amplified = stage.labels {
        precondition(
          place == 0 && stage.perturbation == nil && firstWeights == .drawn,
          "\(id): a system draws its own first weights; \(stage.name) would ignore those it is given.")
      }
      for split in stage.watch?.splits ?? [] {
        precondition(
          asked.contains { $0.examples.name == split },
          "\(id) watches \(split) in \(stage.name), and never asks it.")
      }
    }
  }

  /// Optimizer steps of one replicate, over all stages.
  package var steps: Int { stages.reduce(0) { $0 + $1.recipe.steps } }

  /// The network that a stage trains.
  package func model(of stage: Stage) -> Architecture { stage.model ?? model }

  package func stage(named name: String) -> Stage {
    guard let stage = stages.first(where: { $0.name == name }) else {
      preconditionFailure("\(id) has no stage \(name), only \(stages.map(\.name).joined(separator: ", ")).")
    }
    return stage
  }
}
