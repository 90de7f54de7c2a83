/// A picture of an example as plain values. Numbers start at 0.
package enum Drawing: Equatable, Sendable {
  case graph(GraphDrawing)
  case maze(MazeDrawing)
  case permutation(PermutationDrawing)
}
