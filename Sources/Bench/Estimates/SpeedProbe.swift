import Judging
import Learning
import Training

/// Does a little of everything that a replicate does, on one core, and says how long all of it would take.
struct SpeedProbe {
  /// By stage.
  private(set) var lengths: [StageLengths] = []

  /// Training, answering, and looking for what was seen: seconds of one core.
  var coreSeconds: Double { lengths.reduce(0) { $0 + $1.training + $1.exposure + $1.questions.reduce(0, +) } }

  /// How long each kind of work is watched, in seconds. There are hundreds of questions, and most cost little.
  private static let (training, answering) = (0.03, 0.01)

  /// - Parameter speeds: what was watched before is not watched again.
  init(_ experiment: Experiment, speeds: inout Speeds) {
    let plan = experiment.plan
    let seeds = ReplicateSeeds(0)
    for stage in plan.stages {
      let model = plan.model(of: stage)
      let first = plan.firstWeights.values(of: model, seed: seeds.weights)
      let questions = plan.asked.map { split in
        let asked = model.looped(split.loops)
        return Double(split.count)
          * speeds.seconds(of: .answering(asked, split.examples)) { Self.secondsPerAnswer(asked, first, split, seeds) }
      }
      var own = StageLengths(shards: stage.recipe.shardCount, examples: stage.recipe.examples, questions: questions)
      if stage.recipe.examples > 0 {
        let examples = Double(own.examples)
        own.training =
          examples
          * speeds.seconds(of: .training(model, one: stage)) { Self.secondsPerTrained(stage, model, first, seeds) }
        // Nothing is looked for where nothing is asked.
        own.exposure =
          plan.asked.isEmpty
          ? 0
          : examples
            * speeds.seconds(of: .exposure(stage.examples)) {
              Self.secondsPer { stage.examples.keys($0, seed: seeds.stage(stage)).count }
            }
      }
      lengths.append(own)
    }
  }

  private static func secondsPerAnswer(
    _ model: Architecture, _ first: [Float], _ split: AskedSplit, _ seeds: ReplicateSeeds
  ) -> Double {
    let predictor = model.predictor(ModelValues(parameters: first, statistics: model.model.firstStatistics))
    let source = split.examples.source(seed: seeds.questions(of: split))
    return secondsPer(atOnce: 4, watched: answering) { predictor.predictions(for: $0, of: source).count }
  }

  /// Of a stage's training, in smaller batches and in one piece: a batch of 32,768 would take a minute.
  private static func secondsPerTrained(
    _ stage: Stage, _ model: Architecture, _ first: [Float], _ seeds: ReplicateSeeds
  ) -> Double {
    if case .amplified(let system) = stage.labels, let learned = stage.examples.task as? AmplificationExamples,
      case .answerer(let shape) = model
    {
      let training = AmplificationTraining(
        shape, system, stage.recipe, on: learned.split, seeds: AmplificationSeeds(seeds, stage), from: nil)
      return secondsPer { _ in
        try? training.tick()
        return stage.recipe.batchSize
      }
    }
    var recipe = stage.recipe
    recipe.batchSize = min(recipe.batchSize, 64)
    recipe.shardCount = 1
    recipe.steps = 1_000_000
    recipe.schedule = .constant(0)
    let trainer = Trainer(
      model.program(for: .learning), recipe, on: stage.source(seed: seeds.stage(stage)),
      from: TrainingState(parameters: first, statistics: model.model.firstStatistics), maximumWorkers: 1,
      dropoutSeed: seeds.dropout(stage))
    return secondsPer { _ in
      // First weights and a rate of 0: a loss that is no number is not to be expected, and the run itself would say so.
      try? trainer.advance(by: 1, workers: 1)
      return recipe.batchSize
    }
  }

  /// The work is given so many indices at a time and says how many examples it dealt with. One alone warms up.
  private static func secondsPer(
    atOnce count: Int = 64, watched: Double = training, _ work: (Range<Int>) -> Int
  ) -> Double {
    _ = work(0..<1)
    let clock = Stopwatch()
    var done = 0
    var next = 1
    repeat {
      done += work(next..<next + count)
      next += count
    } while clock.seconds < watched
    return clock.seconds / Double(max(1, done))
  }
}
