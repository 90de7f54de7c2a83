import Judging

extension Metric {
  /// The share of examples that were answered with the very path of the label.
  package static let exactPath = Metric("exact path", .column("exact", best: 1))
  /// The share of examples that were answered with a legal path as short as any.
  package static let shortestPath = Metric("shortest path", .column("shortest", best: 1))
  /// The share of examples that were answered with a legal path to the target, of any length.
  package static let validPath = Metric("valid path", .column("valid", best: 1))
  /// The share of examples whose answer ends at the target, however it came there.
  package static let reachedTarget = Metric("reached target", .column("reaches", best: 1))
  /// The share of examples whose answer begins where the path does.
  package static let firstCell = Metric("first cell", .column("first", best: 1))
  /// The mean over examples of the share of an answer's steps that no wall is in the way of; 0 for an answer without.
  package static let legalSteps = Metric("legal steps", .column("legal", best: 1000))
  /// The mean over examples of the share of the path's forks that the answer leaves by a shortest way; 1 for no forks.
  package static let rightForks = Metric("right forks", .column("right", best: 1000))
}
