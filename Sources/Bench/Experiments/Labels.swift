/// Which answers a stage learns.
package enum Labels: Sendable, Hashable {
  /// Each example's own.
  case asDrawn
  /// Each example's neighbour's: the same inputs and the same answers as often, and nothing to learn of one from the
  /// other. A model trained so must turn every gate red.
  case shuffled
  /// Each example's own distance, or this where it is farther or cannot be reached.
  case atMost(Int)
}
