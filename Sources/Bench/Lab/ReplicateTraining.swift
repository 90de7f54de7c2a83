import Dispatch
import Learning
import Seeds

/// Trains one replicate of an experiment from its first weights, or from where it stopped, to its last answer.
struct ReplicateTraining {
  let experiment: Experiment
  let replicate: Int
  let cores: Cores
  let checkpoints: RunStore
  let identity: RunIdentity
  let listener: any LabListener
  let stop: StopSignal
  let checkpointSeconds: Double

  /// Everything random of a replicate grows from here, each thing from a branch of its own name. The experiment's name is
  /// not among them: two experiments' replicates of the same number begin alike, so they can be compared in pairs.
  static func seed(of replicate: Int) -> Seed {
    Seed(root: 0x6765_6e62_656e_6368).child("replicate").child(replicate)  // "genbench"
  }

  static func stageSeed(_ stage: Stage, replicate: Int) -> Seed {
    seed(of: replicate).child("stage").child(stage.name)
  }

  /// Which examples this replicate is asked: disjoint, by the seed tree, from what any replicate is trained on.
  static func questionSeed(_ examples: Examples, replicate: Int) -> Seed {
    seed(of: replicate).child("question").child(examples.name)
  }

  /// Takes a core for as long as it runs, and any others that are idle.
  func run() throws -> Run {
    cores.take()
    defer { cores.give() }
    let model = Encoder(experiment.model)
    var checkpoint =
      try resumed(model)
      ?? RunCheckpoint(run: Run(replicate: replicate, stages: []), training: nil, seconds: 0)
    for stage in experiment.stages.dropFirst(checkpoint.run.stages.count) {
      try train(stage, model, &checkpoint)
    }
    return checkpoint.run
  }

  private func train(_ stage: Stage, _ model: Encoder, _ checkpoint: inout RunCheckpoint) throws {
    let first =
      checkpoint.run.stages.last?.parameters ?? model.layout.initialValues(seed: Self.seed(of: replicate).child("weights"))
    let trainer = Trainer(
      Program(model, for: .learning), stage.recipe, on: stage.examples.source(seed: Self.stageSeed(stage, replicate: replicate)),
      from: checkpoint.training ?? TrainingState(parameters: first), maximumWorkers: cores.total)
    var clock = Stopwatch()
    var stepsAtOnce = 1
    let before = checkpoint.seconds
    var savedAt = 0.0
    while !trainer.isFinished {
      let spare = cores.takeSpare()
      let started = clock.seconds
      defer { cores.give(spare) }
      try trainer.advance(by: stepsAtOnce, workers: 1 + spare)
      let taken = clock.seconds - started
      report(stage, trainer, checkpoint, examplesPerSecond: Double(stepsAtOnce * stage.recipe.batchSize) / taken)
      // About a quarter of a second between looks at the clock and the idle cores.
      stepsAtOnce = max(1, min(2 * stepsAtOnce, Int(0.25 * Double(stepsAtOnce) / max(taken, 1e-6))))
      if stop.isStopping || clock.seconds - savedAt > checkpointSeconds {
        checkpoint.training = trainer.state
        checkpoint.seconds = before + clock.seconds
        try checkpoints.keep(checkpoint.bytes, identity.hexadecimal)
        savedAt = clock.seconds
      }
      if stop.isStopping {
        throw Stopped(experiment: experiment.id, replicate: replicate, step: done(checkpoint) + trainer.step)
      }
    }
    let state = trainer.state
    checkpoint.run.stages.append(
      Run.StageOutcome(
        name: stage.name, parameters: state.parameters, losses: state.losses,
        predictions: answers(model, state.parameters), seconds: before + clock.seconds))
    checkpoint.training = nil
    checkpoint.seconds = 0
  }

  private func answers(_ model: Encoder, _ parameters: [Float]) -> [[Float]] {
    let predictor = Predictor(model, parameters: parameters)
    return experiment.questions.map { question in
      let seed = Self.questionSeed(question.examples, replicate: replicate)
      return predictor.predictions(for: 0..<question.count, of: question.examples.source(seed: seed))
    }
  }

  /// A checkpoint that cannot be used is reported and left behind: the run begins again.
  private func resumed(_ model: Encoder) throws -> RunCheckpoint? {
    do {
      guard let bytes = try checkpoints.load(identity.hexadecimal) else { return nil }
      return try RunCheckpoint(bytes: bytes, parameterCount: model.layout.count)
    } catch let problem as FileProblem {
      throw problem
    } catch {
      listener.heard("\(error) Beginning \(experiment.id), replicate \(replicate), again.")
      return nil
    }
  }

  private func done(_ checkpoint: RunCheckpoint) -> Int {
    checkpoint.run.stages.reduce(0) { $0 + $1.losses.count }
  }

  private func report(
    _ stage: Stage, _ trainer: Trainer, _ checkpoint: RunCheckpoint, examplesPerSecond: Double
  ) {
    listener.heard(
      LabProgress(
        experiment: experiment.id, replicate: replicate, stage: stage.name, step: done(checkpoint) + trainer.step,
        steps: experiment.steps, loss: trainer.lastLoss, examplesPerSecond: examplesPerSecond))
  }
}

/// Seconds since it was made.
struct Stopwatch {
  private let start = DispatchTime.now().uptimeNanoseconds
  var seconds: Double { Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9 }
}
