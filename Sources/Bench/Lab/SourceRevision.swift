import Foundation
import Seeds

/// The code that numbers come from, hashed: a run kept before it changed is never taken for one made after.
package struct SourceRevision: Sendable, Hashable {
  package let hexadecimal: String
  package let toolchain: String

  private static let folders = ["Bench/Graphs", "Bench/Lab", "CSIMD", "Data", "Learning", "Seeds"]

  /// Reads the sources this very file was compiled beside.
  package static func current() throws(FileProblem) -> SourceRevision {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try SourceRevision(of: sources)
  }

  init(of sources: URL) throws(FileProblem) {
    var fingerprint = Fingerprint()
    for folder in Self.folders {
      let base = sources.appending(path: folder)
      for name in try Self.files(below: base) {
        guard let bytes = try AtomicFile.read(base.appending(path: name).path()) else { continue }
        fingerprint.absorb("\(folder)/\(name)")
        fingerprint.absorb(bytes)
      }
    }
    hexadecimal = fingerprint.hexadecimal
    toolchain = Self.compiler
  }

  /// Relative paths, in the order of their bytes.
  private static func files(below folder: URL) throws(FileProblem) -> [String] {
    guard let names = FileManager.default.enumerator(atPath: folder.path())?.compactMap({ $0 as? String }) else {
      throw FileProblem(path: folder.path(), attempt: "list the sources in", code: ENOENT)
    }
    return names.filter { $0.hasSuffix(".swift") || $0.hasSuffix(".h") }.sorted()
  }

  private static var compiler: String {
    #if compiler(>=6.4)
      "swift 6.4 or later"
    #elseif compiler(>=6.3)
      "swift 6.3"
    #else
      "swift before 6.3"
    #endif
  }
}
