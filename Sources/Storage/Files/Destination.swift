import Foundation

/// Where the bytes for a path go, when every link on the way is followed.
enum Destination {
  /// What stands there already is replaced; its mode stays.
  case file(String, standing: Standing?)
  /// A device or a pipe at this path.
  case special(String)
  /// One of this process's own, as it was opened: /dev/stdout may be a log that is added to.
  case descriptor(Int32)

  /// What a new file takes over from the one it replaces.
  struct Standing {
    let mode: mode_t
    let owner: uid_t
    let group: gid_t

    /// Where we may not give the file away it stays ours, as any file that we make.
    func dress(_ descriptor: Int32) {
      _ = fchown(descriptor, owner, group)
      _ = fchmod(descriptor, mode & 0o7777)
    }
  }

  /// - Throws: `FileProblem` where nothing can be written, before anything is made for it.
  init(_ path: String) throws(FileProblem) {
    var place = path
    // As many as Linux follows; the next look says so.
    for _ in 0..<40 {
      if let descriptor = Self.descriptor(place) {
        self = .descriptor(descriptor)
        return
      }
      guard let next = Self.link(place) else { break }
      place = next
    }
    var found = stat()
    guard stat(place, &found) == 0 else {
      guard errno == ENOENT else { throw FileProblem(path: path, attempt: "write", code: errno) }
      self = .file(place, standing: nil)
      return
    }
    switch found.st_mode & S_IFMT {
    case S_IFDIR: throw FileProblem(path: path, attempt: "write", code: EISDIR)
    case S_IFREG:
      guard access(place, W_OK) == 0 else { throw FileProblem(path: path, attempt: "write", code: errno) }
      self = .file(place, standing: Standing(mode: found.st_mode, owner: found.st_uid, group: found.st_gid))
    default: self = .special(place)
    }
  }

  /// The open descriptor that a path names; nil where it names none.
  private static func descriptor(_ path: String) -> Int32? {
    let names: [String: Int32] = ["/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2]
    let folders = ["/dev/fd/", "/proc/self/fd/", "/proc/\(getpid())/fd/"]
    let inFolder = folders.first { path.hasPrefix($0) }.flatMap { Int32(path.dropFirst($0.count)) }
    guard let number = names[path] ?? inFolder, number >= 0 else { return nil }
    return fcntl(number, F_GETFD) == -1 ? nil : number
  }

  /// Where a link leads; nil where there is none.
  private static func link(_ path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    guard count > 0, let target = String(validating: buffer[..<count], as: UTF8.self) else { return nil }
    return target.hasPrefix("/") ? target : "\(AtomicFile.split(path).folder)/\(target)"
  }
}
