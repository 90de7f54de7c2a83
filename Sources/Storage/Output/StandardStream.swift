import Foundation

/// Standard output or standard error. Every byte that this program says goes through here; what is lost is a problem, and
/// neither the end of the program nor a secret.
package struct StandardStream: Sendable {
  package static let output = StandardStream(descriptor: STDOUT_FILENO, name: "standard output")
  package static let errors = StandardStream(descriptor: STDERR_FILENO, name: "standard error")

  private let descriptor: Int32
  private let name: String

  package func write(_ text: String) throws(FileProblem) {
    try write(chunks: CollectionOfOne(Array(text.utf8)))
  }

  package func write(line: String) throws(FileProblem) { try write(line + "\n") }

  package func write(chunks: some Sequence<[UInt8]>) throws(FileProblem) {
    for chunk in chunks { try AtomicFile.writeAll(chunk, to: descriptor, path: name) }
  }

  /// For the first line of a program. A stream that is closed is taken by one that nothing can be written to: else the
  /// next file to be opened would get what is said here. A reader that left is then an error, and no sudden end.
  package static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
      // The system gives the lowest number that is free.
      _ = open("/dev/null", O_RDONLY)
    }
  }
}
