import Learning

extension TrainingPlan {
  /// What a stage of a replicate is trained by.
  ///
  /// - Parameters:
  ///   - run: has the stages before it.
  ///   - state: where its training stopped; nil for its first step.
  package func trainer(
    of stage: Stage, after run: Run, from state: TrainingState? = nil, maximumWorkers: Int
  ) -> Trainer {
    let seeds = ReplicateSeeds(run.replicate)
    return Trainer(
      model(of: stage).program(for: .learning), stage.recipe, on: stage.source(seed: seeds.stage(stage)),
      from: state ?? firstState(of: stage, after: run), maximumWorkers: maximumWorkers,
      dropoutSeed: seeds.dropout(stage))
  }

  private func firstState(of stage: Stage, after run: Run) -> TrainingState {
    let seeds = ReplicateSeeds(run.replicate)
    let model = model(of: stage)
    let last = lineage(of: stage.name).dropLast().last.map { run.stages[$0] }
    var parameters = last?.parameters ?? firstWeights.values(of: model, seed: seeds.weights)
    if let perturbation = stage.perturbation {
      parameters = perturbation.applied(to: parameters, of: model, seed: seeds.perturbation(stage))
    }
    return TrainingState(parameters: parameters, statistics: last?.statistics ?? model.model.firstStatistics)
  }
}
