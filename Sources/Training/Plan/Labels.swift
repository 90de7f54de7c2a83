/// Which answers a stage learns.
package enum Labels: Sendable, Hashable {
  /// Each example's own.
  case asDrawn
  /// Each example's neighbour's: the same inputs and the same answers as often, and nothing to learn of one from the
  /// other. A model trained so must turn every gate red.
  case shuffled
  /// None of its own: an overseer that asks the learner answers. What is asked is a split of permutations.
  case amplified(AmplificationRecipe)
  /// Each example's own distance, or this where it is farther or cannot be reached.
  case atMost(Int)
  /// Each example's own number, and one from a normal distribution of mean 0, another each time that it comes. The squared
  /// error of one who knows every answer is then the variance: what is left of the loss is known, and need not be fitted.
  case noisy(variance: Double)
}
