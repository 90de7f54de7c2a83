/// A safetensors file that is not what it should be, and what to do about it.
package struct SafetensorsProblem: Error, Hashable, CustomStringConvertible {
  package let file: String
  /// The header's field or the tensor's name; empty for the file as a whole.
  package let field: String
  package let what: String
  package let mend: String

  package var description: String {
    "\(file): \(field.isEmpty ? "" : field + ": ")\(what). To mend it: \(mend)".printable
  }
}
