/// Which answers a stage learns.
package enum Labels: String, Sendable, Hashable {
  /// Each example's own.
  case asDrawn
  /// Each example's neighbour's: the same inputs and the same answers as often, and nothing to learn of one from the
  /// other. A model trained so must turn every gate red.
  case shuffled
}
