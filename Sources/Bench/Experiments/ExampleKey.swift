import Data

/// An example up to the symmetries of its task: two with equal keys ask the same question.
enum ExampleKey: Sendable, Hashable {
  case graph(CanonicalGraph)
  /// Whatever its ends.
  case maze(CanonicalMaze)
  case power(PowerKey)
  /// Of what asks nothing.
  case row(Int)
}
