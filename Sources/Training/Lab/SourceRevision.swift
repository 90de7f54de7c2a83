import Foundation
import Seeds
import Storage

/// The code that numbers come from, hashed: a run kept before it changed is never taken for one made after.
package struct SourceRevision: Sendable, Hashable {
  package let hexadecimal: String
  package let toolchain: String

  /// Of Bench, what joins data and networks and hands out seeds.
  static let folders = [
    "Bench/Graphs", "Bench/Lab", "Bench/Mazes", "Bench/Permutations", "Bench/Powering", "CSIMD", "Data", "Learning",
    "Seeds",
  ]

  /// Reads the sources this very file was compiled beside.
  package static func current() throws(FileProblem) -> SourceRevision {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try SourceRevision(of: sources)
  }

  init(of sources: URL) throws(FileProblem) {
    var fingerprint = Fingerprint()
    for folder in Self.folders {
      let base = sources.appending(path: folder).path(percentEncoded: false)
      let files = try AtomicFile.files(under: base).filter { $0.hasSuffix(".swift") || $0.hasSuffix(".h") }
      if files.isEmpty { throw FileProblem(path: base, attempt: "find the sources in", code: ENOENT) }
      for file in files {
        guard let bytes = try AtomicFile.read(file) else {
          throw FileProblem(path: file, attempt: "read", code: ENOENT)
        }
        fingerprint.absorb(folder + file.dropFirst(base.count))
        fingerprint.absorb(bytes)
      }
    }
    hexadecimal = fingerprint.hexadecimal
    toolchain = Self.compiler
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
