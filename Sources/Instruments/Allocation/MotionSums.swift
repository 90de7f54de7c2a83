/// What of a step is no allocation: the gradient of the first set where it begins, or the movement of the weights.
package struct MotionSums: Sendable, Hashable {
  /// Signs against those of the step before.
  package var persistence = SignCount()
  /// Sums of squares, by tensor.
  package var squares: [Double] = []

  package init() {}
}
