/// Text that is not a JSON document as we accept it, and where.
package struct JSONProblem: Error, Hashable, CustomStringConvertible {
  /// From 1.
  package let line: Int
  /// From 1, in bytes.
  package let column: Int
  package let what: String

  package var description: String { "line \(line), column \(column): \(what)".printable }
}
