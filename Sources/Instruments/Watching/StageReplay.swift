import Foundation
import Learning
import Storage
import Training

/// Trains one stage of a finished run once more, from the weights that it began with, lends every step to whoever watches,
/// and demands that it ends with the kept bits.
struct StageReplay: Sendable {
  let watch: StageWatch
  let plan: TrainingPlan
  let run: Run
  /// Under what it is kept while it is not finished.
  let identity: String
  let cores: Cores
  let checkpoints: RunStore
  let settings: LabSettings
  let listener: any LabListener
  let stop: StopSignal

  private var stage: Stage { plan.stage(named: watch.stage) }
  private var model: any Model { plan.model(of: stage).model }
  private var shape: AllocationShape {
    AllocationShape(watch.allocation, sets: watch.sets.count, model.layout)
  }

  /// Takes a core for as long as it runs, and any others that are idle.
  ///
  /// - Throws: `ReplayProblem`, `Stopped`, or a problem of the store.
  func watched() throws -> [UInt8] {
    try requireSuitable()
    try checkpoints.requireWritable()
    cores.take()
    defer { cores.give() }
    let (trainer, observer) = try begin()
    try follow(trainer, observer)
    try requireSameBits(trainer.state)
    do { try observer.requireEvenSplit() } catch let problem as AllocationProblem {
      throw self.problem(.allocation(problem))
    }
    try checkpoints.remove(identity)
    let progress = observer.progress
    return WatchedStage(
      allocation: observer.allocator.allocation, matrix: progress.matrix, followed: progress.followed,
      flips: progress.flips
    ).bytes(shape)
  }

  private func begin() throws -> (Trainer, StageObserver) {
    let first = plan.trainer(of: stage, after: run, maximumWorkers: cores.total)
    let saved = try recalled()
    let trainer = try saved.map {
      plan.trainer(
        of: stage, after: run,
        from: try TrainingState(
          bytes: $0.training, parameterCount: model.layout.count,
          statisticCount: model.statistics.count),
        maximumWorkers: cores.total)
    }
    let observer = StageObserver(
      watch, plan, replicate: run.replicate, from: first.state.parameters, to: try lastWeights(),
      progress: saved?.progress, workers: cores.total)
    return (trainer ?? first, observer)
  }

  /// Where a run keeps averages, its last weights are known only by training it.
  private func lastWeights() throws -> [Float] {
    guard stage.recipe.averaging != nil else { return run.stage(named: stage.name).parameters }
    let trainer = plan.trainer(of: stage, after: run, maximumWorkers: cores.total)
    try advance(trainer, by: stage.recipe.steps) { count, workers in
      try trainer.advance(by: count, workers: workers)
    }
    return trainer.values.parameters
  }

  private func follow(_ trainer: Trainer, _ observer: StageObserver) throws {
    let clock = Stopwatch()
    var savedAt = 0.0
    while !trainer.isFinished {
      try advance(trainer, by: 1) { count, workers in
        observer.allocator.workers = workers
        try trainer.advance(by: count, workers: workers, watchedBy: observer)
      }
      report(trainer)
      if stop.isRaised || clock.seconds - savedAt > settings.checkpointSeconds {
        try checkpoints.keep(checkpoint(trainer, observer), identity)
        savedAt = clock.seconds
      }
      if stop.isRaised { throw Stopped(experiment: plan.id, replicate: run.replicate, step: trainer.step) }
    }
  }

  /// On this thread's core and every idle one.
  private func advance(_ trainer: Trainer, by count: Int, _ work: (Int, Int) throws -> Void) throws {
    let spare = cores.takeSpare(upTo: cores.total)
    defer { cores.give(spare) }
    do {
      try work(count, 1 + spare)
    } catch let problem as TrainingProblem {
      throw RunDiverged(experiment: plan.id, replicate: run.replicate, stage: stage.name, problem: problem)
    }
  }

  private func report(_ trainer: Trainer) {
    listener.heard(
      LabProgress(
        experiment: "\(plan.id), watching \(stage.name)", replicate: run.replicate, replicates: plan.replicates,
        stage: stage.name, step: trainer.step, steps: stage.recipe.steps, loss: trainer.lastLoss, examplesPerSecond: 0))
  }

  private func requireSameBits(_ state: TrainingState) throws {
    let kept = run.stage(named: stage.name)
    let outcome = state.outcome
    for (what, isSame) in [
      ("weights", same(outcome.parameters, kept.parameters)), ("losses", same(state.losses, kept.losses)),
      ("statistics", same(outcome.statistics, kept.statistics)),
    ] where !isSame {
      throw problem(.otherBits(what))
    }
  }

  /// Bit by bit.
  private func same(_ one: [Float], _ other: [Float]) -> Bool {
    one.count == other.count && zip(one, other).allSatisfy { $0.bitPattern == $1.bitPattern }
  }

  private func requireSuitable() throws {
    if case .amplified = stage.labels {
      throw problem(.unsuitable("it is trained by a system of its own, whose loss is of no fixed examples."))
    }
    if model.statistics.count > 0 {
      throw problem(.unsuitable("with batch norm the loss of an example depends on those beside it."))
    }
    if stage.recipe.steps == 0 { throw problem(.unsuitable("it has no step.")) }
  }

  private func problem(_ kind: ReplayProblem.Kind) -> ReplayProblem {
    ReplayProblem(experiment: plan.id, replicate: run.replicate, stage: stage.name, kind: kind)
  }
}

extension StageReplay {
  private func checkpoint(_ trainer: Trainer, _ observer: StageObserver) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(trainer.state.bytes)
    observer.progress.write(shape, to: &writer)
    return writer.bytes
  }

  /// What cannot be used is reported, and is then made again.
  private func recalled() throws -> (training: [UInt8], progress: WatchedStage.Progress)? {
    guard !settings.isFresh else { return nil }
    do {
      guard let bytes = try checkpoints.load(identity) else { return nil }
      var reader = ByteReader(bytes)
      let training = try reader.readBytes()
      let progress = try WatchedStage.Progress(&reader, shape)
      guard reader.isAtEnd else { throw ByteReader.Truncated() }
      return (training, progress)
    } catch let problem as FileProblem {
      throw problem
    } catch {
      listener.heard(
        "\(error). Watching \(plan.id), replicate \(run.replicate), stage \(stage.name), from its beginning.")
      return nil
    }
  }
}
