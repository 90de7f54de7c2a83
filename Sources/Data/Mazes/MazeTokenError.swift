/// A token sequence that does not say what it should: where, and what is wrong.
package struct MazeTokenError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Counted from 0; one past the end where something is missing.
  package let place: Int
  package let problem: String

  package init(place: Int, problem: String) { (self.place, self.problem) = (place, problem) }

  package var description: String { "token \(place): \(problem)" }
}
