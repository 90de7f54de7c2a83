/// What training makes small: declared with the model, because it decides what the model's outputs mean.
package enum Loss: String, Sendable, Hashable, Codable {
  /// The mean of (output - target)^2 over all numbers asked for.
  case squaredError
  /// Outputs are logits, one a class. The mean of -log softmax(logits)[class] over the answers asked for, each counted by
  /// its weight.
  case crossEntropy
}
