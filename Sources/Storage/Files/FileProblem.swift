import Foundation

/// A file or folder that the system would not let us read or write.
package struct FileProblem: Error, Hashable, CustomStringConvertible {
  package let path: String
  /// What was tried, such as "write".
  package let attempt: String
  /// The system's error number, `errno`.
  package let code: Int32
  /// The environment variable that says where it is, such as "GENBENCH_STORE".
  package let setting: String?

  package init(path: String, attempt: String, code: Int32, setting: String? = nil) {
    self.path = path
    self.attempt = attempt
    self.code = code
    self.setting = setting
  }

  /// The same of a place that a setting chose.
  package func of(setting: String) -> FileProblem {
    FileProblem(path: path, attempt: attempt, code: code, setting: setting)
  }

  /// Whoever read what is written here has enough of it: nothing went wrong that anybody should be told of.
  package var isReaderGone: Bool { code == EPIPE }

  /// Another name would do: there is no such place, or something else stands there. Otherwise the disk is full, or
  /// writing is not allowed.
  package var isOfItsName: Bool { [ENOENT, ENOTDIR, EISDIR, EEXIST, ENAMETOOLONG, ELOOP].contains(code) }

  package var mend: String {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: "free some space there, then run the same command again" + (elsewhere ?? "")
    case EACCES, EPERM, EROFS: "make it writable for this user" + (elsewhere ?? ", or choose another folder")
    case ENOTDIR, EEXIST: "a file stands where a folder must be: move it away" + (elsewhere ?? "")
    case EISDIR where attempt == "read": "it is a folder: give a file"
    case EISDIR: "a folder stands where the file must be: move it away" + (elsewhere ?? "")
    case ENAMETOOLONG: "choose a shorter name"
    case ELOOP: "the links there lead to one another: choose another name"
    case EBADF: "it is closed: leave it open, or send it to a file"
    default: "check the path, then run the same command again" + (elsewhere ?? "")
    }
  }

  private var elsewhere: String? { setting.map { ", or set \($0) to another folder" } }

  package var description: String {
    let name = path.isEmpty ? "\"\"" : path
    return "cannot \(attempt) \(name): \(String(cString: strerror(code))). To mend it: \(mend)".printable
  }
}
