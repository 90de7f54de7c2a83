import Data
import Instruments
import Learning
import Training

/// A training of the small network that is watched whole: all arms begin with the same weights, and learn the same set.
enum AllocationArm: String, CaseIterable {
  case descent = "SGD"
  case rmsProp = "RMSprop"
  case momentum
  case adam = "Adam"
  /// Gradient descent by the whole set at once.
  case whole = "whole batches"
  /// Gradient descent by batches that have equally much of each class.
  case stratified = "stratified batches"
  // Momentum, with one thing changed.
  case fastHead = "fast head"
  case frozenHead = "frozen head"
  case slowHead = "slow head"
  case nimbleHead = "head with momentum .5"

  /// How many examples there are to learn from.
  static let setSize = 512
  static let batchSize = 64

  /// Those that differ by nothing but their optimizer.
  static let optimizers: [AllocationArm] = [.descent, .rmsProp, .momentum, .adam]

  func stage(steps: Int) -> Stage {
    Stage(
      rawValue, on: Examples.graphs(.train).repeated(Self.setSize, repetition), recipe(steps: steps), startsOver: true,
      stream: Self.descent.rawValue)
  }

  private var repetition: Repetition {
    switch self {
    case .whole: .whole
    case .stratified: .stratified(batchSize: Self.batchSize)
    default: .shuffled
    }
  }

  private func recipe(steps: Int) -> Recipe {
    Recipe(
      steps: steps, batchSize: self == .whole ? Self.setSize : Self.batchSize, shardCount: self == .whole ? 8 : 4,
      optimizer: optimizer, schedule: .constant(rate), groups: groups)
  }

  private var optimizer: Optimizer {
    switch self {
    case .descent, .whole, .stratified: .sgd()
    case .rmsProp: .rmsProp()
    case .adam: .adam()
    default: .sgd(momentum: 0.9)
    }
  }

  private var rate: Double {
    switch self {
    case .descent, .whole, .stratified: 3e-3
    case .adam: 2e-3
    default: 1e-3
    }
  }

  private var groups: [ParameterGroup] {
    switch self {
    case .fastHead: [ParameterGroup("head", rateFactor: 10, momentum: 0)]
    case .frozenHead: [ParameterGroup("head", rateFactor: 0)]
    case .slowHead: [ParameterGroup("head", rateFactor: 0.1)]
    case .nimbleHead: [ParameterGroup("head", momentum: 0.5)]
    default: []
    }
  }
}

extension AllocationArm {
  /// The set that every arm learns from.
  static let learned = WatchedSet(
    "learned from", .graphs(.train), count: setSize, origin: .learnedFrom)

  /// What everybody asks of an arm: one replay serves all.
  var watch: StageWatch {
    switch self {
    case .descent:
      StageWatch(
        rawValue, [Self.learned], AllocationPlan(Self.observers + [.whole(.trapezoid)]), follows: [Self.unreachable])
    case .rmsProp, .momentum, .adam:
      StageWatch(rawValue, [Self.learned], AllocationPlan(Self.observers), follows: [Self.unreachable])
    case .whole:
      StageWatch(
        rawValue, [Self.learned], AllocationPlan([.whole(.integrated), .batch(.point), .whole(.hundredth)]))
    default: StageWatch(rawValue, [Self.learned])
    }
  }

  /// The four of `lca/factors`.
  private static let observers: [AllocationObserver] = [
    .whole(.integrated), .whole(.point), .batch(.integrated), .batch(.point),
  ]

  /// Whose loss is followed beside: graphs without a way to vertex 2.
  private static let unreachable = WatchedSet(
    "unreachable", .graphs(.train), count: setSize, origin: .learnedFrom, part: 5)
}
