import Seeds

/// Trains one model on one stream of examples. The number of workers decides how long it takes, and nothing else.
package final class Trainer {
  package let recipe: Recipe
  let program: Program
  let source: any ExampleSource
  let parameters: FloatBuffer
  let firstMoment: FloatBuffer
  let secondMoment: FloatBuffer
  private let batchNorms: [BatchNorm]
  /// Running ones, and those of the last batch.
  private let statistics: FloatBuffer
  let batchStatistics: FloatBuffer
  /// Of parameters and of statistics; nil where the recipe asks for none.
  private let averages: (parameters: FloatBuffer, statistics: FloatBuffer)?
  private var losses: [Float]
  let packed: PackedWeights
  /// The gradient of each shard, one after another; the first becomes the sum.
  let gradients: FloatBuffer
  let workers: [Worker]
  /// In which ranges, and how, the parameters are updated.
  let updateParts: [UpdatePart]
  let dropoutSeed: Seed?
  /// What each shard's loss sums to, in the step that is taken.
  let sums: UnsafeMutableBufferPointer<LossSum>
  /// What the workers are at.
  var work = Work.weights
  private var ownTimes: InstructionTimes?

  /// - Parameters:
  ///   - maximumWorkers: how many cores it may be asked to use at once; more than one a shard are never used.
  ///   - dropoutSeed: what a model with dropout draws from, for each step anew: a run that goes on needs the same one.
  package init(
    _ program: Program, _ recipe: Recipe, on source: any ExampleSource, from state: TrainingState, maximumWorkers: Int,
    dropoutSeed: Seed? = nil
  ) {
    precondition(
      dropoutSeed != nil || !program.needsSeed,
      "A model with dropout or a progressive loss is trained with a seed for it.")
    precondition(maximumWorkers > 0, "Training needs at least one worker, not \(maximumWorkers).")
    precondition(
      state.parameters.count == program.layout.count,
      "The model has \(program.layout.count) parameters, the state \(state.parameters.count).")
    precondition(
      state.statistics.count == program.statistics.count,
      "The model has \(program.statistics.count) statistics, the state \(state.statistics.count).")
    precondition(
      program.batchNorms.isEmpty || recipe.shardCount == 1,
      "Batch norm needs its batch in one piece: a recipe of 1 shard, not \(recipe.shardCount).")
    precondition(
      recipe.averaging == nil || state.averages != nil || state.step == 0,
      "A run that averages its weights cannot go on at step \(state.step) without the averages so far.")
    self.program = program
    self.recipe = recipe
    self.source = source
    self.dropoutSeed = dropoutSeed
    parameters = FloatBuffer(state.parameters)
    firstMoment = FloatBuffer(state.firstMoment)
    secondMoment = FloatBuffer(state.secondMoment)
    batchNorms = program.batchNorms
    statistics = FloatBuffer(state.statistics)
    batchStatistics = FloatBuffer(count: state.statistics.count)
    averages = recipe.averaging.map { _ in
      (
        FloatBuffer(state.averages?.parameters ?? state.parameters),
        FloatBuffer(state.averages?.statistics ?? state.statistics)
      )
    }
    losses = state.losses
    losses.reserveCapacity(recipe.steps)
    packed = PackedWeights(program)
    gradients = FloatBuffer(count: program.layout.count * recipe.shardCount)
    let sequences = (recipe.batchSize + recipe.shardCount - 1) / recipe.shardCount
    workers = (0..<min(maximumWorkers, recipe.shardCount)).map { _ in
      Worker(program, source, sequences: sequences)
    }
    updateParts = recipe.updateParts(of: program.layout, size: Self.partSize)
    sums = .allocate(capacity: recipe.shardCount)
    sums.initialize(repeating: .zero)
  }

  deinit { sums.deallocate() }

  package var state: TrainingState {
    var state = TrainingState(parameters: parameters.values, statistics: statistics.values)
    state.firstMoment = firstMoment.values
    state.secondMoment = secondMoment.values
    if let averages, step > 0 {
      state.averages = ModelValues(parameters: averages.parameters.values, statistics: averages.statistics.values)
    }
    state.losses = losses.withUnsafeBufferPointer(Array.init)  // shared, it would be copied in the middle of a step
    return state
  }

  /// The last weights, by themselves.
  package var values: ModelValues { ModelValues(parameters: parameters.values, statistics: statistics.values) }

  /// What training has come to: the averages where the recipe asks for any, else the last weights.
  package var outcome: ModelValues {
    averages.map { ModelValues(parameters: $0.parameters.values, statistics: $0.statistics.values) } ?? values
  }

  /// From now on, or up to now: what the step itself and every worker spend their time on.
  package var times: InstructionTimes? {
    get {
      workers.reduce(into: ownTimes) { sum, worker in
        if let times = worker.times { sum?.add(times) }
      }
    }
    set {
      ownTimes = newValue
      for worker in workers { worker.times = newValue }
    }
  }

  package var step: Int { losses.count }
  package var isFinished: Bool { step >= recipe.steps }
  package var lastLoss: Float { losses.last ?? .nan }

  /// Runs the next `count` steps, or as many as the recipe has left, on so many cores. A step whose loss, or whose
  /// gradient's norm, is not finite changes nothing.
  package func advance(by count: Int, workers: Int) throws(TrainingProblem) {
    precondition(workers > 0, "Training needs at least one worker, not \(workers).")
    let count = max(0, min(count, recipe.steps - step))
    let workers = min(workers, self.workers.count)
    guard workers > 1, count > 0 else {
      for _ in 0..<count { try takeStep(nil) }
      return
    }
    let steps = Steps(trainer: self, count: count)
    Crew.run(workers: workers, lead: steps.lead, part: steps.part)
    if let problem = steps.problem { throw problem }
  }

  /// Steps taken by several workers at the same time: one leads through them, and all take parts. Which worker takes which
  /// does not matter: each part has a place of its own for its results, and each worker a workspace; all else is written
  /// only by the leader, between the rounds.
  private final class Steps: @unchecked Sendable {
    let trainer: Trainer
    let count: Int
    /// Written by the leader, read when it is done.
    private(set) var problem: TrainingProblem?

    init(trainer: Trainer, count: Int) {
      self.trainer = trainer
      self.count = count
    }

    @Sendable func lead(_ crew: Crew) {
      do throws(TrainingProblem) {
        for _ in 0..<count { try trainer.takeStep(crew) }
      } catch {
        problem = error
      }
    }

    @Sendable func part(worker: Int, part: Int) { trainer.take(part, worker: worker) }
  }

  /// - Parameter crew: nil to do it alone.
  private func takeStep(_ crew: Crew?) throws(TrainingProblem) {
    ownTimes?.begin()
    share(.weights, floats: program.packedCount, parts: program.packedWeights.count, crew)
    ownTimes?.finished("pack weights")
    let batchLoss = lossAndGradients(crew)
    let loss = Float(batchLoss.mean)
    guard batchLoss.weight != 0 else { throw .weightless(step: step) }
    guard loss.isFinite else { throw .diverged(step: step, loss: loss) }
    let rate = recipe.schedule.rate(at: step, of: recipe.steps)
    let scale = try gradientScale(of: batchLoss.weight)
    shareParameters(.update(rate: rate, gradientScale: scale), crew)
    keepStatistics()
    losses.append(loss)
    average()
    ownTimes?.finished("update weights")
  }

  /// Moves the running statistics towards those of the batch.
  private func keepStatistics() {
    for norm in batchNorms {
      let range = norm.statistics
      Kernel.blend(
        batchStatistics.pointer + range.lowerBound, fraction: Float(norm.rule.blend), count: range.count,
        into: statistics.pointer + range.lowerBound)
    }
  }

  /// Moves the averages towards what this step has come to.
  private func average() {
    guard let averages, let averaging = recipe.averaging else { return }
    let fraction = averaging.fraction(at: step)
    Kernel.blend(parameters.pointer, fraction: fraction, count: parameters.count, into: averages.parameters.pointer)
    Kernel.blend(statistics.pointer, fraction: fraction, count: statistics.count, into: averages.statistics.pointer)
  }

  /// The batch's summed loss; the sum's gradient is left in the first shard's place.
  private func lossAndGradients(_ crew: Crew?) -> LossSum {
    share(.shards, floats: .max, parts: recipe.shardCount, crew)
    ownTimes?.begin()
    shareParameters(.gradients, crew)
    ownTimes?.finished("add shards")
    return sums.reduce(into: .zero, +=)
  }

  func gradient(of shard: Int) -> UnsafeMutablePointer<Float> {
    gradients.pointer + shard * program.layout.count
  }

  /// What turns the gradient of a sum of so much weight into that of the mean, and clips it.
  func gradientScale(of weight: Double) throws(TrainingProblem) -> Float {
    // Without a limit only the last step asks for the norm: the loss of any other step's successor would tell.
    guard recipe.gradientNormLimit != nil || step == recipe.steps - 1 else { return Float(1 / weight) }
    let norm = Kernel.sumOfSquares(gradients.pointer, count: program.layout.count).squareRoot() / weight
    guard norm.isFinite else { throw .divergedGradient(step: step, norm: norm) }
    guard let limit = recipe.gradientNormLimit else { return Float(1 / weight) }
    return Float(min(1, limit / (norm + 1e-6)) / weight)  // PyTorch's formula
  }
}
