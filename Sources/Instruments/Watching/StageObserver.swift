import Learning
import Seeds
import Storage
import Training

/// All that watches one replay: the allocation, and what is asked beside it.
final class StageObserver: StepWatcher {
  let allocator: LossChangeAllocator
  private let split: ExampleSplit?
  private let coin: CoinFlips?
  private let seeds: ReplicateSeeds
  private(set) var flips: [CoinFlips.Point]
  private let follows: [LossSurface]
  private var followed: [[Double]]

  /// - Parameters:
  ///   - last: the weights that the stage is known to end at, before any averages.
  ///   - progress: where it stopped; nil to begin.
  init(
    _ watch: StageWatch, _ plan: TrainingPlan, replicate: Int, from first: [Float], to last: [Float],
    progress: WatchedStage.Progress?, workers: Int
  ) {
    let stage = plan.stage(named: watch.stage)
    seeds = ReplicateSeeds(replicate)
    let model = plan.model(of: stage).model
    let seeds = seeds
    func surface(_ set: WatchedSet) -> LossSurface {
      let seed = set.seed(stage, seeds)
      let members = set.members(seed)
      precondition(!members.isEmpty, "\(plan.id): \(set.name) has no example among \(set.count).")
      return LossSurface(model, at: members, of: set.source(stage, seed), maximumWorkers: workers)
    }
    let follows = watch.follows.map(surface)
    self.follows = follows
    followed = progress?.followed ?? follows.map { [$0.loss(at: first)] }
    allocator = LossChangeAllocator(
      watch.allocation, of: watch.sets.map(surface), from: first, to: last, steps: stage.recipe.steps,
      state: progress?.state,
      workers: workers)
    split = Self.split(watch, stage, seeds, allocator, progress?.matrix ?? [])
    coin = watch.coin
    flips = progress?.flips ?? []
  }

  private static func split(
    _ watch: StageWatch, _ stage: Stage, _ seeds: ReplicateSeeds, _ allocator: LossChangeAllocator,
    _ matrix: [[Double]]
  ) -> ExampleSplit? {
    guard watch.splitsByClass else { return nil }
    let seed = seeds.stage(stage)
    guard let source = stage.source(seed: seed) as? RepeatedSource,
      let repeated = stage.examples.task as? RepeatedExamples
    else { preconditionFailure("\(stage.name): only steps on a repeated set are split by its examples.") }
    let classes = repeated.examples.classes(0..<repeated.count, seed: seed)
    var generator = seeds.looked(at: "permuted classes").generator()
    let permuted = Draw.permutation(of: classes.count, using: &generator).map { classes[$0] }
    return ExampleSplit(allocator, of: source, classes: [classes, permuted], stage.recipe, matrix: matrix)
  }

  var progress: WatchedStage.Progress {
    WatchedStage.Progress(state: allocator.state, matrix: split?.matrix ?? [], followed: followed, flips: flips)
  }

  func watch(_ step: WatchedStep) {
    if let coin, coin.steps.contains(step.number) { flip(coin, step) }
    if let split { split.watch(step) } else { allocator.watch(step) }
    for set in follows.indices { followed[set].append(follows[set].loss(at: step.weightsAfter)) }
  }

  /// - Throws: `AllocationProblem` where a step's parts did not add up. Whether it is complete is asked by whoever reads:
  ///   controls are not.
  func requireEvenSplit() throws { try split?.requireEven() }

  private func flip(_ coin: CoinFlips, _ step: WatchedStep) {
    let gradients = ExampleGradients(of: allocator.sets[0], at: step.weightsBefore)
    var generator = seeds.looked(at: "coin flips").generator(at: step.number)
    flips.append(
      CoinFlips.Point(
        step: step.number,
        measured: gradients.measuredShare(batchSize: coin.batchSize, draws: coin.draws, using: &generator),
        predicted: coin.predictedFor.map(gradients.predictedShare)))
  }
}
