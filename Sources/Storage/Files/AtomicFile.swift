import Foundation

/// Whole files, all or nothing: a reader finds the old bytes or the new ones, whatever stops the writer.
package enum AtomicFile {
  /// Writes a temporary file beside `path`, brings it to the disk, and renames it into place.
  ///
  /// - Throws: `FileProblem`; the old file is then untouched and the temporary one gone. Only a kill between the two
  ///   leaves a temporary file, named `.NAME.PID.N.partial`, which nothing reads.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    try write(chunks: CollectionOfOne(bytes), to: path)
  }

  /// Adds to the end of a file that somebody else made, in one piece wherever it fits.
  ///
  /// - Throws: `FileProblem`, also where there is no such file.
  package static func append(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(path: path, attempt: "add to", code: errno) }
    try fill(descriptor, with: bytes, path: path)
  }

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
    var information = stat()
    if stat(path, &information) == 0 {
      if information.st_mode & S_IFMT == S_IFDIR { return }
      throw FileProblem(path: path, attempt: "make the folder", code: EEXIST)
    }
    let parent = split(path).folder
    if parent != path { try makeFolder(parent) }
    // Another process may have made it meanwhile.
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw FileProblem(path: path, attempt: "make the folder", code: errno)
    }
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

  /// A new file of its own for this call: the system refuses a name that is taken, by this process or another.
  static func openPartial(
    for name: String, in folder: String, target: String
  ) throws(FileProblem) -> (path: String, descriptor: Int32) {
    for attempt in 0... {
      let path = "\(folder)/.\(name).\(getpid()).\(attempt).partial"
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      if descriptor >= 0 { return (path, descriptor) }
      if errno != EEXIST && errno != EINTR { throw FileProblem(path: target, attempt: "write", code: errno) }
    }
    preconditionFailure("the names for a temporary file do not end")
  }

  /// Writes all bytes, brings them to the disk and closes the file, also when it fails.
  static func fill(_ descriptor: Int32, with bytes: [UInt8], path: String) throws(FileProblem) {
    try fill(descriptor, chunks: CollectionOfOne(bytes), path: path)
  }

  static func fill(_ descriptor: Int32, chunks: some Sequence<[UInt8]>, path: String) throws(FileProblem) {
    do throws(FileProblem) {
      for chunk in chunks { try writeAll(chunk, to: descriptor, path: path) }
      guard fsync(descriptor) == 0 else { throw FileProblem(path: path, attempt: "write", code: errno) }
    } catch {
      close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw FileProblem(path: path, attempt: "write", code: errno) }
  }

  static func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileProblem) {
    let failure = bytes.withUnsafeBytes { buffer -> Int32 in
      var written = 0
      while written < buffer.count {
        let count = Foundation.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
        if count < 0 && errno != EINTR { return errno }
        written += max(count, 0)
      }
      return 0
    }
    if failure != 0 { throw FileProblem(path: path, attempt: "write", code: failure) }
  }

  /// Brings the folder's own list of names to the disk, so that the rename survives a power cut.
  static func synchronize(folder: String) throws(FileProblem) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(path: folder, attempt: "open", code: errno) }
    defer { close(descriptor) }
    // Some file systems have nothing to do here and say so with EINVAL.
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw FileProblem(path: folder, attempt: "synchronize", code: errno)
    }
  }
}
