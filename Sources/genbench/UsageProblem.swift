import Storage

/// A command line that does not say what to do.
struct UsageProblem: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description.printable }
}
