/// A results file that cannot be read as one, or several that do not belong together.
package struct ResultsProblem: Error, Hashable, CustomStringConvertible {
  package let file: String
  /// From 1; 0 for the file as a whole.
  package let line: Int
  /// Where in the line, such as `scores[2].seed`; empty for the line as a whole.
  package let field: String
  package let what: String
  package let mend: String

  package init(
    file: String, line: Int = 0, field: String = "", what: String, mend: String = ResultsProblem.writeItAgain
  ) {
    (self.file, self.line, self.field) = (file, line, field)
    (self.what, self.mend) = (what, mend)
  }

  package static let writeItAgain = "write it again with: swift run genbench report"

  package var description: String {
    let place = line > 0 ? ", line \(line)" : ""
    return "\(file)\(place): \(field.isEmpty ? "" : field + ": ")\(what). To mend it: \(mend)".printable
  }
}
