import Data
import Judging
import Storage

/// A number that others published, and the question of ours that stands beside it.
struct PublishedNumber {
  /// What it is, as the document calls it.
  let label: String
  /// As it was published.
  let value: String
  let split: String
  let slice: Slice
  let metric: Metric
  let stage: String

  init(
    _ label: String, _ value: String, _ split: GraphSplit, _ slice: Slice = .everything,
    _ metric: Metric = .squaredError, after stage: String = "fine-tune"
  ) {
    (self.label, self.value, self.split) = (label, value, split.name)
    (self.slice, self.metric, self.stage) = (slice, metric, stage)
  }

  /// `of="splits, slices"`: numbers of the network of Wang, Westover and Zhao (2024).
  static func lists(_ reader: inout MarkerReader) throws(FixtureProblem) -> [PublishedNumber] {
    let experiment = try reader.experiment()
    guard experiment.stages.map(\.name).starts(with: ["train", "fine-tune"]), experiment.id.hasPrefix("graphs/") else {
      throw reader.marker.problem("names \(experiment.id)", mend: "name one that is fine-tuned as in the paper")
    }
    let names = try reader.names("of", among: ["slices", "splits"]) ?? ["splits", "slices"]
    return names.flatMap { $0 == "splits" ? ofSplits : ofSlices }
  }

  /// Squared errors over all sizes, of the published network.
  private static let ofSplits = [
    PublishedNumber("fine-tuned, on the fine-tune split", "0.01472", .fineTune),
    PublishedNumber("not fine-tuned, on the fine-tune split", "0.5531", .fineTune, after: "train"),
    PublishedNumber("on-path, small target", "0.1020", .onPathSmallTarget),
    PublishedNumber("on-path, any target", "0.1451", .onPathAnyTarget),
    PublishedNumber("any target, small graphs", "61.44", .anyTargetSmallGraphs),
    PublishedNumber("any small target, large graphs", "47.06", .anySmallTargetLargeGraphs),
    PublishedNumber("any target, large graphs", "72.87", .anyTargetLargeGraphs),
  ]

  /// What the headlines hide, of the published network: measured anew with its released weights.
  private static let ofSlices = [
    PublishedNumber("train split, before fine-tuning", "0.0018", .train, after: "train"),
    PublishedNumber("train split, after it", "1.58", .train),
    PublishedNumber("on-path, any target: t not 2, 8 to 15 vertices", "0.39", .onPathAnyTarget, largeOther),
    PublishedNumber("the same, answered right", "73 %", .onPathAnyTarget, largeOther, .roundedAccuracy),
    PublishedNumber("on-path, any target: t = 8 to 15", "0.50", .onPathAnyTarget, .of("t", 8...15)),
    PublishedNumber("the same, answered right", "51 %", .onPathAnyTarget, .of("t", 8...15), .roundedAccuracy),
    PublishedNumber("any target, small graphs, reachable", "8.3", .anyTargetSmallGraphs, .reachable),
    PublishedNumber("any small target, large graphs, reachable", "11.9", .anySmallTargetLargeGraphs, .reachable),
    PublishedNumber("any target, large graphs, reachable", "14.6", .anyTargetLargeGraphs, .reachable),
  ]

  private static let largeOther = Slice.of("n", 8...15).and(.of("t", 3...15))
}
