import Learning

/// A stretch of training. It begins with the weights that the stage before it left, and a fresh optimizer.
package struct Stage: Sendable, Hashable {
  package var name: String
  package var examples: Examples
  package var recipe: Recipe

  package init(_ name: String, on examples: Examples, _ recipe: Recipe) {
    self.name = name
    self.examples = examples
    self.recipe = recipe
  }
}
