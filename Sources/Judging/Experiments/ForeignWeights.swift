/// Weights that were trained elsewhere, in place of those that an experiment would train: a file a replicate.
package struct ForeignWeights: Sendable, Hashable {
  package let files: [String]
  /// After which stage they stand.
  package let stage: String

  package init(files: [String], stage: String) {
    precondition(!files.isEmpty, "Weights from elsewhere stand in a file at least.")
    (self.files, self.stage) = (files, stage)
  }
}
