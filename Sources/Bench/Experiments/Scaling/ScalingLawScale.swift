import Judging
import Learning
import Training

/// What a profile changes in the studies of a law of size and data under noise that is known.
struct ScalingLawScale: Hashable {
  /// How a network comes to be known after several numbers of steps.
  enum Trainings: Hashable {
    /// It is looked at on its way, at a rate that stays level.
    case level(steps: Int)
    /// Each number of steps is a training of its own, whose rate falls to 0.
    case cooled(lengths: [Int])
  }

  let widths: [Int]
  let trainings: Trainings
  /// Whether anything is claimed.
  let claimsAll: Bool
  /// The variances of what is added to each answer that is learned from: the squared error that none can be below.
  let variances: [Double]

  static func level(_ profile: Profile) -> ScalingLawScale {
    switch profile {
    case .smoke:
      ScalingLawScale(
        widths: [4, 8, 12], trainings: .level(steps: 500), claimsAll: false, variances: [0.49])
    case .standard, .paper:
      ScalingLawScale(
        widths: [4, 6, 8, 12, 16, 24, 32, 48], trainings: .level(steps: 30_000), claimsAll: true,
        variances: [0.49, 2])
    }
  }

  static func cooled(_ profile: Profile) -> ScalingLawScale {
    switch profile {
    case .smoke:
      ScalingLawScale(
        widths: [4, 8, 12], trainings: .cooled(lengths: [62, 125, 250, 500]), claimsAll: false,
        variances: [2])
    case .standard, .paper:
      ScalingLawScale(
        widths: [4, 6, 8, 12, 16, 24, 32, 48], trainings: .cooled(lengths: [500, 1_000, 2_000, 4_000, 8_000, 16_000]),
        claimsAll: true, variances: [2])
    }
  }

  /// First steps that are left out of a fit.
  var leftOut: [Int] {
    switch trainings {
    case .level: [0, 100, 400]
    case .cooled(let lengths): [0] + lengths.prefix(2)
    }
  }

  /// The stages that a size is known by, ascending in their steps.
  func names(_ width: Int, _ variance: Double) -> [String] { points(width, variance).map(\.name) }

  /// All learn from the same graphs, and from the same noise but for its size.
  var stages: [Stage] {
    let stream = names(widths[0], variances[0])[0]
    return variances.flatMap { variance in
      widths.flatMap { width in
        points(width, variance).map { point in
          Stage(
            point.name, on: SizeSweep.near, point.recipe, model: SizeSweep.network(width),
            labels: .noisy(variance: variance), startsOver: true, stream: stream,
            watch: Watch(after: point.looks, count: Self.askedCount))
        }
      }
    }
  }

  /// Answers without noise are asked: of each the loss that can be reduced is then measured by itself.
  static let askedCount = 1_024

  /// Level, as was found good without noise. Cooled, by what replicates 0 and 1 had left to learn after 2,000 steps under noise
  /// of variance 2: docs/results/scaling-law.md has the figures.
  private func rate(_ width: Int) -> Double {
    switch trainings {
    case .level: SizeLadder.rate(6e-3, width)
    case .cooled: 0.064 / Double(width)
    }
  }

  private func points(_ width: Int, _ variance: Double) -> [(name: String, recipe: Recipe, looks: [Int])] {
    let name = "width \(width), noise \(variance)"
    let rate = rate(width)
    func schedule(to end: Double) -> LearningRateSchedule { .warmupCosine(peak: rate, warmup: 50, end: end) }
    switch trainings {
    case .level(let steps):
      let recipe = SizeLadder.recipe(steps, schedule(to: rate), averaging: .part(8))
      return [(name, recipe, GenerativeScale.looks(upTo: steps))]
    case .cooled(let lengths):
      return lengths.map { ("\(name), \($0) steps", SizeLadder.recipe($0, schedule(to: 0)), [$0]) }
    }
  }
}
