import Storage

/// Weights from elsewhere that an experiment cannot ask.
package struct WeightsProblem: Error, Hashable, CustomStringConvertible {
  package let file: String
  /// The name of the tensor at fault; empty for the file as a whole.
  package let tensor: String
  package let what: String
  package let mend: String

  package var description: String {
    "\(file): \(tensor.isEmpty ? "" : tensor + ": ")\(what). To mend it: \(mend)".printable
  }
}
