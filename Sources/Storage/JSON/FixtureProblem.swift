/// A fixture that is missing, orphaned, unreadable or not what it should be, and the command that mends it.
package struct FixtureProblem: Error, Hashable, CustomStringConvertible {
  package let file: String
  /// Where in the file, such as `claims["on-path"].scores[2]`; empty for the file as a whole.
  package let field: String
  package let what: String
  /// A command to type.
  package let mend: String
  /// Where it differs from what it should be, and how.
  package let changes: [FieldChange]

  package init(file: String, field: String, what: String, mend: String, changes: [FieldChange] = []) {
    self.file = file
    self.field = field
    self.what = what
    self.mend = mend
    self.changes = changes
  }

  package var description: String {
    let lines = changes.map { "\n    \($0)" }.joined()
    return "\(file): \(field.isEmpty ? "" : field + ": ")\(what). To mend it: \(mend)".printable + lines
  }
}
