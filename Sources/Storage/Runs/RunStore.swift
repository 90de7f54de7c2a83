/// A folder of finished runs, one file each, found by the identity of what was run.
///
/// A file is four lines (magic, identity, length of the payload, checksum of the payload) and the payload. It appears
/// whole or not at all, so any number of processes may share the folder: the last to finish the same run wins, with the
/// same bytes.
package struct RunStore: Hashable, Sendable {
  package let folder: String

  /// - Parameter folder: made by the first `keep`, with those above it.
  package init(folder: String) {
    self.folder = folder
  }

  /// The payload kept under this identity, or nil when there is none.
  ///
  /// - Throws: `RunStoreProblem` for a file that is not exactly what was kept, `FileProblem` for one that cannot be read.
  package func load(_ identity: String) throws -> [UInt8]? {
    let path = path(of: identity)
    guard let bytes = try inStore({ () throws(FileProblem) in try AtomicFile.read(path) }) else { return nil }
    func problem(_ kind: RunStoreProblem.Kind) -> RunStoreProblem {
      RunStoreProblem(path: path, identity: identity, kind: kind)
    }
    let parts = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 4, omittingEmptySubsequences: false)
    guard parts[0].elementsEqual(Self.magic.utf8) else { throw problem(.foreign) }
    guard parts.count == 5 else { throw problem(.truncated) }
    guard parts[1].elementsEqual(identity.utf8) else { throw problem(.otherIdentity) }
    let payload = [UInt8](parts[4])
    guard parts[2].elementsEqual(String(payload.count).utf8) else { throw problem(.truncated) }
    guard parts[3].elementsEqual(Checksum.hexadecimal(of: payload).utf8) else { throw problem(.damaged) }
    return payload
  }

  /// Keeps the payload under this identity, in place of any other.
  package func keep(_ payload: [UInt8], _ identity: String) throws(FileProblem) {
    let path = path(of: identity)
    let checksum = Checksum.hexadecimal(of: payload)
    let header = "\(Self.magic)\n\(identity)\n\(payload.count)\n\(checksum)\n"
    try inStore { () throws(FileProblem) in
      try AtomicFile.makeFolder(folder)
      try AtomicFile.write(Array(header.utf8) + payload, to: path)
    }
  }

  /// To be asked before hours of work whose result would be kept here.
  package func requireWritable() throws(FileProblem) {
    try inStore { () throws(FileProblem) in try AtomicFile.requireWritable(folder: folder) }
  }

  /// Whoever reads a problem of the store learns what moves it elsewhere.
  private func inStore<Result>(_ work: () throws(FileProblem) -> Result) throws(FileProblem) -> Result {
    do throws(FileProblem) {
      return try work()
    } catch {
      throw error.of(setting: "GENBENCH_STORE")
    }
  }

  /// Forgets what is kept under this identity, if anything is.
  package func remove(_ identity: String) throws(FileProblem) {
    try AtomicFile.remove(path(of: identity))
  }

  /// The identities that have a file, ascending; none when the folder is missing.
  package func identities() throws(FileProblem) -> [String] {
    let names = try AtomicFile.names(in: folder)
    return names.filter { $0.hasSuffix(Self.suffix) }.map { String($0.dropLast(Self.suffix.count)) }
      .filter(\.isLowercaseHexadecimal)
  }

  /// Where the run with this identity is kept.
  ///
  /// - Parameter identity: lowercase hexadecimal digits, so that it is a safe file name.
  package func path(of identity: String) -> String {
    precondition(identity.isLowercaseHexadecimal, "\"\(identity)\" is no lowercase hexadecimal identity")
    return "\(folder)/\(identity)\(Self.suffix)"
  }

  private static let magic = "genbench run 1"
  private static let suffix = ".run"
}
