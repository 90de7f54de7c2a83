import Data
import Judging
import Learning
import Training

/// What a profile changes in the experiments on networks that write whole sequences.
struct GenerativeScale: Sendable, Hashable {
  let widths: [Int]
  let steps: Int
  /// Whether more is claimed than what holds at any length.
  let claimsAll: Bool

  static let mazes = GenerativeMazes(rows: 3, columns: 3)
  /// The same told alike, drawn otherwise: what is to be known of them is the same.
  static let shifted = GenerativeMazes(rows: 3, columns: 3, generator: .depthFirst)
  /// How many sequences a replicate is asked; the same after each step that is looked at.
  static let askedCount = 1_024

  static func at(_ profile: Profile) -> GenerativeScale {
    switch profile {
    case .smoke: GenerativeScale(widths: [8, 16], steps: 350, claimsAll: false)
    case .standard, .paper: GenerativeScale(widths: [8, 12, 16, 24, 32, 48], steps: 6_000, claimsAll: true)
    }
  }

  /// Few sizes, for what is asked beside the experiments on mazes.
  static func few(_ profile: Profile, steps: Int) -> GenerativeScale {
    let own = at(profile)
    return profile == .smoke ? own : GenerativeScale(widths: [8, 16, 32], steps: steps, claimsAll: own.claimsAll)
  }

  /// Permutations have parts that are learned one long after the other: no size is needed to see that.
  static let plateau = GenerativeScale(widths: [8, 16, 32], steps: 2_500, claimsAll: true)
  static let permutations = GenerativePermutations(count: 6, largestPower: 6)

  /// Half a doubling apart, from 31 on.
  static func looks(upTo steps: Int) -> [Int] {
    var looks: [Int] = []
    var doubled = 31
    while doubled < steps {
      let between = Int((Double(doubled) * 2.0.squareRoot()).rounded())
      looks += [doubled, between].filter { $0 < steps }
      doubled *= 2
    }
    return looks + [steps]
  }

  /// All sizes learn from one stream.
  func stages(on sequences: some SequenceDistribution) -> [Stage] {
    widths.map { width in
      Stage(
        Self.stage(width: width), on: .generative(sequences), recipe(width: width),
        model: sequences.network(width: width), startsOver: true, stream: Self.stage(width: widths[0]),
        watch: Watch(after: Self.looks(upTo: steps), count: Self.askedCount))
    }
  }

  static func stage(width: Int) -> String { "width \(width)" }

  private func recipe(width: Int) -> Recipe {
    let rate = 0.012 * (16 / Double(width)).squareRoot()
    return Recipe(
      steps: steps, batchSize: 64, shardCount: 4, optimizer: .adam(beta2: 0.98),
      // Its end is its peak: constant after the first hundred steps.
      schedule: .warmupCosine(peak: rate, warmup: 100, end: rate), gradientNormLimit: 1, averaging: .part(8),
      groups: Self.norms)
  }

  /// Norms without gain and offset: theirs stay 1 and 0.
  private static let norms = ["blocks.0.norm1", "blocks.0.norm2", "blocks.1.norm1", "blocks.1.norm2", "finalNorm"].map {
    ParameterGroup($0, rateFactor: 0)
  }
}
