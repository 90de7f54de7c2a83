import Learning

/// A stretch of training. It begins with the weights that the stage before it left, or another one, and a fresh optimizer.
package struct Stage: Sendable, Hashable {
  package var name: String
  package var examples: Examples
  /// What it trains; nil for the plan's model. Sizes of a sweep are stages that have each its own.
  package var model: Architecture?
  package var recipe: Recipe
  package var labels: Labels
  /// The stage whose weights it begins with; nil for the one before it.
  package var after: String?
  /// Whether it begins with first weights of its model instead: an arm beside the others.
  package var startsOver: Bool
  /// The stage whose stream of examples it learns from, which may be one of another plan; nil for its own. Arms that share
  /// one see the same batches.
  package var stream: String?
  /// Done to the weights before the first step.
  package var perturbation: Perturbation?
  /// What the model is asked on the way; nil for nothing before the end.
  package var watch: Watch?

  package init(
    _ name: String, on examples: Examples, _ recipe: Recipe, model: Architecture? = nil, labels: Labels = .asDrawn,
    after: String? = nil, startsOver: Bool = false, stream: String? = nil, perturbation: Perturbation? = nil,
    watch: Watch? = nil
  ) {
    precondition(
      after == nil || !startsOver, "\(name) begins after \(after ?? "") or with the first weights, not with both.")
    self.name = name
    self.examples = examples
    self.recipe = recipe
    self.model = model
    self.labels = labels
    self.after = after
    self.startsOver = startsOver
    self.stream = stream
    self.perturbation = perturbation
    self.watch = watch
  }
}
