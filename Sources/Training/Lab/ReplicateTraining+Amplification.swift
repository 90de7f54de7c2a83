import Learning
import Storage

extension ReplicateTraining {
  /// Runs a stage whose labels an overseer gives, from the beginning or from where it stopped, to its last answer.
  func amplify(
    _ stage: Stage, _ system: AmplificationRecipe, _ checkpoint: inout RunCheckpoint
  ) throws -> Run.StageOutcome {
    guard case .answerer(let answerer) = plan.model(of: stage),
      let learned = stage.examples.task as? AmplificationExamples
    else {
      preconditionFailure("\(plan.id) amplifies \(stage.examples.name), which is asked of no answerer.")
    }
    let kept =
      checkpoint.amplification.isEmpty
      ? nil
      : try AmplificationState(bytes: checkpoint.amplification, Answerer(answerer), Asker(system.asker))
    let training = AmplificationTraining(
      answerer, system, stage.recipe, on: learned.split, seeds: AmplificationSeeds(ReplicateSeeds(replicate), stage),
      from: kept)
    try advance(training, stage, &checkpoint)
    let (values, state) = (training.averageValues, training.state)
    return Run.StageOutcome(
      name: stage.name, parameters: values.parameters, statistics: values.statistics, asker: training.askerValues,
      losses: state.learner.losses, predictions: answers(plan.asked, training), milestones: checkpoint.milestones,
      seconds: checkpoint.seconds)
  }

  private func answers(_ splits: [AskedSplit], _ training: AmplificationTraining) -> [[Float]] {
    splits.map { split in
      guard let asked = split.examples.task as? AmplificationExamples else {
        preconditionFailure("\(plan.id) asks a system \(split.examples.name), which is no measure of one.")
      }
      return training.answers(
        asked.measure, asked.split, count: split.count, seed: ReplicateSeeds(replicate).questions(of: split)
      ).numbers
    }
  }

  /// To the end. Leaves the seconds it took in the checkpoint.
  private func advance(
    _ training: AmplificationTraining, _ stage: Stage, _ checkpoint: inout RunCheckpoint
  ) throws {
    let clock = Stopwatch()
    let before = checkpoint.seconds
    var (savedAt, reportedAt, reportedTicks) = (0.0, 0.0, training.ticks)
    while !training.isFinished {
      let milestone = stage.watch?.milestone(after: training.ticks, of: stage.recipe)
      do {
        try training.tick()
      } catch {
        throw RunDiverged(experiment: plan.id, replicate: replicate, stage: stage.name, problem: error)
      }
      if training.ticks == milestone {
        checkpoint.milestones.append(
          Milestone(
            step: training.ticks, predictions: answers(plan.watched(in: stage), training)))
      }
      let seconds = clock.seconds
      if seconds - reportedAt > min(0.25, settings.checkpointSeconds) {
        let examples = Double((training.ticks - reportedTicks) * stage.recipe.batchSize)
        report(
          stage, step: training.ticks, loss: training.lastLoss, after: checkpoint.run,
          examples / (seconds - reportedAt))
        (reportedAt, reportedTicks) = (seconds, training.ticks)
      }
      if stop.isRaised || seconds - savedAt > settings.checkpointSeconds {
        checkpoint.amplification = training.state.bytes
        checkpoint.seconds = before + seconds
        try checkpoints.keep(checkpoint.bytes, identity.hexadecimal)
        savedAt = clock.seconds
      }
      if stop.isRaised { throw Stopped(experiment: plan.id, replicate: replicate, step: training.ticks) }
    }
    checkpoint.seconds = before + clock.seconds
  }
}
