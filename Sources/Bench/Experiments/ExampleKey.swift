import Data

/// An example up to the symmetries of its task: two with equal keys ask the same question.
enum ExampleKey: Sendable, Hashable {
  case graph(CanonicalGraph)
  /// Whatever its ends.
  case maze(CanonicalMaze)
  /// Facts and the power that is asked for, however large its exponent looks, of whatever element.
  case power(PowerKey)
  /// Of what asks nothing.
  case row(Int)
}
