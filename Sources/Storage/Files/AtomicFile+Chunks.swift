import Foundation

extension AtomicFile {
  /// Writes a file piece by piece, so that it need not stand in memory whole: all or nothing, as `write(_:to:)`.
  ///
  /// A link stays, and the file it names is replaced. A device or a pipe is never replaced: it gets the bytes as they come.
  package static func write(chunks: some Sequence<[UInt8]>, to path: String) throws(FileProblem) {
    guard isReplaceable(path) else { return try pour(chunks, into: path) }
    let file = followingLink(path)
    let (folder, name) = split(file)
    let (partial, descriptor) = try openPartial(for: name, in: folder, target: path)
    do throws(FileProblem) {
      try fill(descriptor, chunks: chunks, path: path)
      guard rename(partial, file) == 0 else { throw FileProblem(path: path, attempt: "replace", code: errno) }
    } catch {
      unlink(partial)
      throw error
    }
    try synchronize(folder: folder)
  }

  /// Not what the system made for another use, such as /dev/null, which a renamed file would take the place of.
  private static func isReplaceable(_ path: String) -> Bool {
    var information = stat()
    guard stat(path, &information) == 0 else { return true }
    return [S_IFREG, S_IFDIR].contains(information.st_mode & S_IFMT)
  }

  /// The file that a link names; the path itself where it is no link, or names nothing.
  private static func followingLink(_ path: String) -> String {
    var information = stat()
    guard lstat(path, &information) == 0, information.st_mode & S_IFMT == S_IFLNK, let real = realpath(path, nil)
    else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func pour(_ chunks: some Sequence<[UInt8]>, into path: String) throws(FileProblem) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(path: path, attempt: "write", code: errno) }
    defer { close(descriptor) }
    for chunk in chunks { try writeAll(chunk, to: descriptor, path: path) }
  }
}

/// Where data for other programs goes.
package enum StandardOutput {
  package static func write(chunks: some Sequence<[UInt8]>) throws(FileProblem) {
    for chunk in chunks { try AtomicFile.writeAll(chunk, to: STDOUT_FILENO, path: "standard output") }
  }
}
