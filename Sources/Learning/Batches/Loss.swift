/// What training makes small: declared with the model, because it decides what the model's outputs mean.
package enum Loss: String, Sendable, Hashable, Codable {
  /// The mean of (output - target)^2 over all numbers asked for.
  case squaredError
  /// Outputs are logits, one a class. The mean of -log softmax(logits)[class] over the answers asked for, each counted by
  /// its weight.
  case crossEntropy
  /// The same where more than one class may be right: targets say how much each class of an answer is worth. The mean of
  /// -(sum of worth x log softmax(logits)), each answer counted by the worth of all its classes: 0 for not at all.
  case softCrossEntropy
}
