import Foundation

extension AtomicFile {
  /// Writes a temporary file beside `path`, brings it to the disk, and renames it into place.
  ///
  /// - Throws: `FileProblem`; the old file is then untouched and the temporary one gone.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    try write(chunks: CollectionOfOne(bytes), to: path)
  }

  /// Writes a file piece by piece, so that it need not stand in memory whole: all or nothing, as `write(_:to:)`.
  ///
  /// A link stays, and the file it names is replaced, which keeps its mode. What is no file is never replaced: a device, a
  /// pipe or a descriptor of this process, such as /dev/stdout, gets the bytes as they come.
  package static func write(chunks: some Sequence<[UInt8]>, to path: String) throws(FileProblem) {
    switch try Destination(path) {
    case .file(let file, let standing): try replace(file, standing, with: chunks, path: path)
    case .special(let place):
      let descriptor = open(place, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw FileProblem(path: path, attempt: "write", code: errno) }
      defer { close(descriptor) }
      try writeAll(chunks, to: descriptor, path: path)
    case .descriptor(let descriptor): try writeAll(chunks, to: descriptor, path: path)
    }
  }

  /// Adds to the end of a file that somebody else made, in one piece wherever it fits.
  ///
  /// - Throws: `FileProblem`, also where there is no such file.
  package static func append(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(path: path, attempt: "add to", code: errno) }
    try fill(descriptor, with: bytes, path: path)
  }

  private static func replace(
    _ file: String, _ standing: Destination.Standing?, with chunks: some Sequence<[UInt8]>, path: String
  ) throws(FileProblem) {
    let folder = split(file).folder
    let (partial, descriptor) = try PartialFiles.open(in: folder, target: path, isSecret: standing != nil)
    do throws(FileProblem) {
      standing?.dress(descriptor)
      try fill(descriptor, chunks: chunks, path: path)
      guard PartialFiles.rename(partial, to: file) else {
        throw FileProblem(path: path, attempt: "replace", code: errno)
      }
    } catch {
      PartialFiles.remove(partial)
      throw error
    }
    try synchronize(folder: folder)
  }

  /// Writes all bytes, brings them to the disk and closes the file, also when it fails.
  static func fill(_ descriptor: Int32, with bytes: [UInt8], path: String) throws(FileProblem) {
    try fill(descriptor, chunks: CollectionOfOne(bytes), path: path)
  }

  private static func fill(
    _ descriptor: Int32, chunks: some Sequence<[UInt8]>, path: String
  ) throws(FileProblem) {
    do throws(FileProblem) {
      try writeAll(chunks, to: descriptor, path: path)
      guard reachesDisk(descriptor) else { throw FileProblem(path: path, attempt: "write", code: errno) }
    } catch {
      close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw FileProblem(path: path, attempt: "write", code: errno) }
  }

  private static func writeAll(
    _ chunks: some Sequence<[UInt8]>, to descriptor: Int32, path: String
  ) throws(FileProblem) {
    for chunk in chunks { try writeAll(chunk, to: descriptor, path: path) }
  }

  static func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileProblem) {
    let failure = bytes.withUnsafeBytes { buffer -> Int32 in
      var written = 0
      while written < buffer.count {
        let count = Foundation.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
        if count < 0, errno == EAGAIN { waitForRoom(descriptor) } else if count < 0, errno != EINTR { return errno }
        written += max(count, 0)
      }
      return 0
    }
    if failure != 0 { throw FileProblem(path: path, attempt: "write", code: failure) }
  }

  /// Another program may have made a stream that we share with it one that never waits.
  private static func waitForRoom(_ descriptor: Int32) {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    poll(&waiting, 1, -1)
  }

  /// Brings the folder's own list of names to the disk, so that the rename survives a power cut.
  private static func synchronize(folder: String) throws(FileProblem) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(path: folder, attempt: "open", code: errno) }
    defer { close(descriptor) }
    guard reachesDisk(descriptor) else { throw FileProblem(path: folder, attempt: "synchronize", code: errno) }
  }

  /// Brings what was written to the disk, and says whether it is there; otherwise `errno` says why not.
  private static func reachesDisk(_ descriptor: Int32) -> Bool {
    #if canImport(Darwin)
      // There fsync ends at the disk's own memory, which a power cut empties. Disks of a network know only fsync.
      if fcntl(descriptor, F_FULLFSYNC) == 0 { return true }
      guard [ENOTSUP, ENOTTY, EINVAL].contains(errno) else { return false }
    #endif
    // A device or a pipe has no disk, and some file systems have nothing to do: they say so.
    return fsync(descriptor) == 0 || [EINVAL, ENOTSUP].contains(errno)
  }
}
