import Judging

/// A number that others published, and the question of ours that stands beside it.
struct PublishedNumber {
  /// What it is, as the document calls it.
  let label: String
  /// As it was published.
  let value: String
  let split: String
  var slice = Slice.everything
  let metric: Metric
  let stage: String
}
