import Foundation

extension AtomicFile {
  /// Writes a file piece by piece, so that it need not stand in memory whole: all or nothing, as `write(_:to:)`.
  package static func write(chunks: some Sequence<[UInt8]>, to path: String) throws(FileProblem) {
    let (folder, name) = split(path)
    let (partial, descriptor) = try openPartial(for: name, in: folder, target: path)
    do throws(FileProblem) {
      try fill(descriptor, chunks: chunks, path: path)
      guard rename(partial, path) == 0 else { throw FileProblem(path: path, attempt: "replace", code: errno) }
    } catch {
      unlink(partial)
      throw error
    }
    try synchronize(folder: folder)
  }
}

/// Where data for other programs goes.
package enum StandardOutput {
  package static func write(chunks: some Sequence<[UInt8]>) throws(FileProblem) {
    for chunk in chunks { try AtomicFile.writeAll(chunk, to: STDOUT_FILENO, path: "standard output") }
  }
}
