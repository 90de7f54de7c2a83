import Foundation

/// A file or folder that the system would not let us read or write.
package struct FileProblem: Error, Hashable, CustomStringConvertible {
  package let path: String
  /// What was tried, such as "write".
  package let attempt: String
  /// The system's error number, `errno`.
  package let code: Int32

  package init(path: String, attempt: String, code: Int32) {
    self.path = path
    self.attempt = attempt
    self.code = code
  }

  /// Another name would do: there is no such place, or something else stands there. Otherwise the disk is full, or
  /// writing is not allowed.
  package var isOfItsName: Bool { [ENOENT, ENOTDIR, EISDIR, EEXIST, ENAMETOOLONG].contains(code) }

  package var mend: String {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: "free some space there, then run the same command again"
    case EACCES, EPERM, EROFS: "make it writable for this user, or choose another folder"
    case ENOTDIR, EEXIST: "a file stands where a folder must be: move it away"
    case EISDIR: "a folder stands where the file must be: move it away"
    default: "check the path, then run the same command again"
    }
  }

  package var description: String {
    "cannot \(attempt) \(path): \(String(cString: strerror(code))). To mend it: \(mend)"
  }
}
