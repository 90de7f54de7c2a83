import Foundation

/// Whole files, all or nothing: a reader finds the old bytes or the new ones, whatever stops the writer.
package enum AtomicFile {
  /// All bytes of the file, or nil when there is none.
  package static func read(_ path: String) throws(FileProblem) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw FileProblem(path: path, attempt: "open", code: errno)
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Foundation.read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count > 0 {
        bytes += buffer[..<count]
      } else if errno != EINTR {
        throw FileProblem(path: path, attempt: "read", code: errno)
      }
    }
  }

  /// Removes the file, if there is one.
  package static func remove(_ path: String) throws(FileProblem) {
    guard unlink(path) == 0 || errno == ENOENT else {
      throw FileProblem(path: path, attempt: "remove", code: errno)
    }
  }

  /// Makes the folder and those above it, where missing.
  package static func makeFolder(_ path: String) throws(FileProblem) {
    if try isFolder(path) { return }
    let folder = withoutLastSlashes(path)
    let parent = split(folder).folder
    if parent != folder { try makeFolder(parent) }
    if mkdir(folder, 0o777) == 0 { return }
    // Another process may have made it meanwhile.
    let code = errno
    guard code == EEXIST, try isFolder(path) else {
      throw FileProblem(path: path, attempt: "make the folder", code: code)
    }
  }

  /// False where there is nothing.
  private static func isFolder(_ path: String) throws(FileProblem) -> Bool {
    var information = stat()
    guard stat(path, &information) == 0 else { return false }
    if information.st_mode & S_IFMT == S_IFDIR { return true }
    throw FileProblem(path: path, attempt: "make the folder", code: EEXIST)
  }

  private static func withoutLastSlashes(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// Whether files can be made in the folder, which is made where it is missing.
  ///
  /// - Throws: `FileProblem` where they cannot.
  package static func requireWritable(folder: String) throws(FileProblem) {
    try makeFolder(folder)
    let (partial, descriptor) = try PartialFiles.open(in: folder, target: folder, isSecret: true)
    close(descriptor)
    PartialFiles.remove(partial)
  }

  /// The names in a folder, sorted; none when there is no such folder.
  package static func names(in folder: String) throws(FileProblem) -> [String] {
    guard let stream = opendir(folder) else {
      if errno == ENOENT { return [] }
      throw FileProblem(path: folder, attempt: "list", code: errno)
    }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != "." && name != ".." { names.append(name) }
      errno = 0
    }
    if errno != 0 { throw FileProblem(path: folder, attempt: "list", code: errno) }
    return names.sorted()
  }

  /// The paths of all files in a folder and those below it, sorted; none when there is no such folder.
  package static func files(under folder: String) throws(FileProblem) -> [String] {
    var files: [String] = []
    for name in try names(in: folder) {
      let path = "\(folder)/\(name)"
      var information = stat()
      guard lstat(path, &information) == 0 else { throw FileProblem(path: path, attempt: "look at", code: errno) }
      if information.st_mode & S_IFMT == S_IFDIR { files += try Self.files(under: path) } else { files.append(path) }
    }
    return files.sorted()
  }

  package static func split(_ path: String) -> (folder: String, name: String) {
    precondition(!path.isEmpty && !path.hasSuffix("/"), "\"\(path)\" names no file")
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
  }
}
