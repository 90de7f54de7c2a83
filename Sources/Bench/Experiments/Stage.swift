import Learning

/// A stretch of training. It begins with the weights that the stage before it left, and a fresh optimizer.
package struct Stage: Sendable, Hashable {
  package var name: String
  package var examples: Examples
  package var recipe: Recipe
  package var labels: Labels
  /// What the model is asked on the way; nil for nothing before the end.
  package var watch: Watch?

  package init(
    _ name: String, on examples: Examples, _ recipe: Recipe, labels: Labels = .asDrawn, watch: Watch? = nil
  ) {
    self.name = name
    self.examples = examples
    self.recipe = recipe
    self.labels = labels
    self.watch = watch
  }
}
