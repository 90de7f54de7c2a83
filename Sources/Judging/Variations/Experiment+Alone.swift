import Training

extension Experiment {
  /// One stage and those whose weights it goes on with, as an experiment of their own: nothing reads it and nothing is claimed of
  /// it, so that its network and its steps are free. It learns from the examples that it learned from beside others.
  package func alone(_ stage: String) -> Experiment {
    var stages = plan.lineage(of: stage).map { plan.stages[$0] }
    let model = plan.model(of: stages[0])
    for place in stages.indices { stages[place].model = nil }
    return Experiment(
      id: plan.id, claim: "\(claim) Alone: \(stage).", profile: profile, model: model, firstWeights: plan.firstWeights,
      stages: stages, asked: plan.asked, replicates: plan.replicates, claims: [])
  }
}
