import Learning
import Seeds
import Storage

/// Trains one replicate of an experiment from its first weights, or from where it stopped, to its last answer.
struct ReplicateTraining: Sendable {
  let plan: TrainingPlan
  let replicate: Int
  let identity: RunIdentity
  let cores: Cores
  let kept: RunStore
  let checkpoints: RunStore
  let settings: LabSettings
  let listener: any LabListener
  let stop: StopSignal

  /// The kept run, or a new one, which is then kept.
  func runOrRecall() throws -> Run {
    if !settings.isFresh, let finished = try recalled(kept), finished.isFinished { return finished.run }
    for store in [checkpoints, kept] { try store.requireWritable() }
    let run = try train()
    try kept.keep(RunCheckpoint(run: run, training: nil, seconds: 0).bytes, identity.hexadecimal)
    try checkpoints.remove(identity.hexadecimal)
    return run
  }

  /// Takes a core for as long as it runs, and any others that are idle and of use.
  private func train() throws -> Run {
    cores.take()
    defer { cores.give() }
    let fresh = RunCheckpoint(run: Run(replicate: replicate, stages: []), training: nil, seconds: 0)
    var checkpoint = settings.isFresh ? fresh : try recalled(checkpoints) ?? fresh
    for stage in plan.stages.dropFirst(checkpoint.run.stages.count) {
      if case .amplified(let system) = stage.labels {
        checkpoint.run.stages.append(try amplify(stage, system, &checkpoint))
      } else {
        let state = try train(stage, &checkpoint)
        checkpoint.run.stages.append(
          Run.StageOutcome(
            name: stage.name, parameters: state.outcome.parameters, statistics: state.outcome.statistics,
            losses: state.losses, predictions: answers(plan.asked, stage, state.outcome),
            milestones: checkpoint.milestones, seconds: checkpoint.seconds))
      }
      checkpoint.training = nil
      checkpoint.amplification = []
      checkpoint.milestones = []
      checkpoint.seconds = 0
      // A stage's end is a checkpoint too: stages shorter than the interval would otherwise never be saved.
      if checkpoint.run.stages.count < plan.stages.count {
        try checkpoints.keep(checkpoint.bytes, identity.hexadecimal)
      }
    }
    return checkpoint.run
  }

  /// Runs a stage to its end. Leaves the seconds it took in the checkpoint.
  private func train(_ stage: Stage, _ checkpoint: inout RunCheckpoint) throws -> TrainingState {
    let trainer = plan.trainer(
      of: stage, after: checkpoint.run, from: checkpoint.training, maximumWorkers: cores.total)
    let clock = Stopwatch()
    let before = checkpoint.seconds
    var savedAt = 0.0
    var stepsAtOnce = 1
    while !trainer.isFinished {
      let milestone = stage.watch?.milestone(after: trainer.step, of: stage.recipe)
      let steps = min(stepsAtOnce, (milestone ?? .max) - trainer.step)
      let seconds = try advance(trainer, by: steps, stage)
      let speed = Double(steps * stage.recipe.batchSize) / seconds
      // Before anybody may stop the run: a saved step has its milestone.
      if trainer.step == milestone {
        let answers = answers(plan.watched(in: stage), stage, trainer.outcome)
        checkpoint.milestones.append(Milestone(step: trainer.step, predictions: answers))
      }
      report(stage, trainer, after: checkpoint.run, speed)
      // About a quarter of a second between looks at the clock and at the idle cores.
      stepsAtOnce = max(1, min(2 * stepsAtOnce, Int(0.25 * Double(steps) / seconds)))
      if stop.isRaised || clock.seconds - savedAt > settings.checkpointSeconds {
        checkpoint.training = trainer.state
        checkpoint.seconds = before + clock.seconds
        try checkpoints.keep(checkpoint.bytes, identity.hexadecimal)
        savedAt = clock.seconds
      }
      if stop.isRaised { throw Stopped(experiment: plan.id, replicate: replicate, step: trainer.step) }
    }
    checkpoint.seconds = before + clock.seconds
    return trainer.state
  }

  /// Some steps on this thread's core and on idle ones, at most one a shard; returns the seconds they took.
  private func advance(_ trainer: Trainer, by steps: Int, _ stage: Stage) throws -> Double {
    let spare = cores.takeSpare(upTo: stage.recipe.shardCount - 1)
    defer { cores.give(spare) }
    let clock = Stopwatch()
    do {
      try trainer.advance(by: steps, workers: 1 + spare)
    } catch {
      throw RunDiverged(experiment: plan.id, replicate: replicate, stage: stage.name, problem: error)
    }
    return max(clock.seconds, 1e-9)
  }

  private func answers(_ splits: [AskedSplit], _ stage: Stage, _ values: ModelValues) -> [[Float]] {
    cores.share(splits.count) { [plan, replicate] place in
      let split = splits[place]
      return split.answers(of: plan.model(of: stage), values, seed: ReplicateSeeds(replicate).questions(of: split))
    }
  }

  /// What a store has of this run. What cannot be used is reported, and is then made again.
  private func recalled(_ store: RunStore) throws -> RunCheckpoint? {
    do {
      return try store.checkpoint(of: plan, identity)
    } catch let problem as FileProblem {
      throw problem
    } catch {
      listener.heard("\(error). Training \(plan.id), replicate \(replicate), again.")
      return nil
    }
  }

  private func report(_ stage: Stage, _ trainer: Trainer, after run: Run, _ examplesPerSecond: Double) {
    report(stage, step: trainer.step, loss: trainer.lastLoss, after: run, examplesPerSecond)
  }

  func report(_ stage: Stage, step: Int, loss: Float, after run: Run, _ examplesPerSecond: Double) {
    listener.heard(
      LabProgress(
        experiment: plan.id, replicate: replicate, replicates: plan.replicates, stage: stage.name,
        step: run.stages.reduce(step) { $0 + $1.losses.count }, steps: plan.steps,
        loss: loss, examplesPerSecond: examplesPerSecond))
  }
}
