/// A line of a JSON Lines file that cannot be used: where, what is wrong, and what would mend it.
package struct JSONLinesError: Error, Hashable, Sendable, CustomStringConvertible {
  package let file: String
  /// Counted from 1; nil if the file as a whole is at fault.
  package let line: Int?
  /// The key of the value at fault; nil if the line as a whole is.
  package let field: String?
  package let problem: String
  package let mend: String

  package init(file: String, line: Int?, field: String?, problem: String, mend: String) {
    (self.file, self.line, self.field) = (file, line, field)
    (self.problem, self.mend) = (problem, mend)
  }

  package var description: String {
    "\(file)\(line.map { ":\($0)" } ?? ""): \(field.map { "field \"\($0)\": " } ?? "")\(problem) \(mend)"
  }
}
