extension Experiment {
  /// What was accepted before; nil where nothing was, and where it is varied: that was of other runs.
  package func acceptedBaseline() throws -> Baseline? {
    variation == nil ? try Baseline.load(plan.id, in: Baseline.folder(profile)) : nil
  }
}
