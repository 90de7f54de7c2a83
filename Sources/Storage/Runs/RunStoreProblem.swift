/// A kept run that must not be used. Whoever asked may report it and go on as if there were none: the next
/// `RunStore.keep` replaces the file.
package struct RunStoreProblem: Error, Hashable, CustomStringConvertible {
  package enum Kind: String, Hashable, Sendable {
    case foreign = "is no kept run of this version"
    case otherIdentity = "holds a run with another identity"
    case truncated = "is cut short or too long"
    case damaged = "does not match its checksum"
  }

  package let path: String
  package let identity: String
  package let kind: Kind

  package var mend: String { "delete it; the run is then trained again" }

  package var description: String { "\(path) \(kind.rawValue). To mend it: \(mend)".printable }
}
