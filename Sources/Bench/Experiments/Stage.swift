import Learning

/// A stretch of training. It begins with the weights that the stage before it left, and a fresh optimizer.
package struct Stage: Sendable, Hashable {
  package var name: String
  package var task: Task
  package var recipe: Recipe

  package init(_ name: String, on task: Task, _ recipe: Recipe) {
    self.name = name
    self.task = task
    self.recipe = recipe
  }
}
