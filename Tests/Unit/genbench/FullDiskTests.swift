import Foundation
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// Places where nothing can be written: exit 3, the file and what mends it by name, and nothing half-written. With
/// checkpoints at every look the first of them comes within a second of training.
@Suite struct FullDiskTests {
  let tool: BuiltTool

  init() throws { tool = BuiltTool(scratch: try ScratchFolder()) }

  static let impatient = ["GENBENCH_CHECKPOINT_SECONDS": "0", "GENBENCH_PROFILE": "smoke"]

  /// Whether this user may mount a file system that only one process sees.
  static let canMount: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", "unshare -rm mount -t tmpfs tmpfs /tmp"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  func refuses(
    _ outcome: BuiltTool.Outcome, _ attempt: String, _ mend: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.status == 3, "\(outcome)", sourceLocation: sourceLocation)
    #expect(outcome.errors.contains("error: cannot \(attempt)"), "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.errors.contains("To mend it: \(mend)"), "\(outcome.errors)", sourceLocation: sourceLocation)
  }

  @Test func aFileThatOutgrowsItsLimit() async throws {
    let outcome = try await tool.under(
      "ulimit -f 16; exec \"$@\"", "run", "graphs/on-path", "--seed", "0", environment: Self.impatient)
    refuses(outcome, "write \(tool.scratch("store/checkpoints/"))", "free some space there")
    #expect(try AtomicFile.files(under: tool.scratch.path).isEmpty)
  }

  @Test(.enabled(if: canMount)) func aDiskThatIsFull() async throws {
    let store = tool.scratch("store")
    try AtomicFile.makeFolder(store)
    let line = """
      unshare -rm bash -c 'mount -t tmpfs -o size=64k tmpfs "$GENBENCH_STORE" || exit 99; "$@"; status=$?
      find "$GENBENCH_STORE" -type f -printf "left behind: %p\\n"; exit $status' bash "$@"
      """
    let outcome = try await tool.under(line, "run", "graphs/on-path", "--seed", "0", environment: Self.impatient)
    refuses(outcome, "write \(store)/checkpoints/", "free some space there")
    #expect(!outcome.output.contains("left behind"), "\(outcome.output)")
  }

  @Test(.enabled(if: canMount)) func aDiskThatIsReadOnly() async throws {
    let store = tool.scratch("store")
    try AtomicFile.makeFolder(store)
    let line = """
      unshare -rm bash -c 'mount -t tmpfs -o ro tmpfs "$GENBENCH_STORE" || exit 99; exec "$@"' bash "$@"
      """
    let outcome = try await tool.under(line, "run", "graphs/on-path", "--seed", "0", environment: Self.impatient)
    refuses(outcome, "make the folder \(store)/checkpoints", "make it writable for this user, or set GENBENCH_STORE")
    #expect(outcome.output.isEmpty)  // nothing was trained
  }

  /// Nothing is forbidden to root.
  @Test(.enabled(if: geteuid() != 0)) func aFolderThatIsReadOnly() async throws {
    let store = tool.scratch("store")
    try AtomicFile.makeFolder(store)
    chmod(store, 0o555)
    defer { chmod(store, 0o755) }
    let outcome = try await tool("run", "graphs/on-path", "--seed", "0", environment: Self.impatient)
    refuses(outcome, "make the folder \(store)/checkpoints", "make it writable for this user, or set GENBENCH_STORE")
    #expect(outcome.output.isEmpty)  // nothing was trained
  }

  @Test func anExportThatOutgrowsItsLimitLeavesTheOldFile() async throws {
    try AtomicFile.write([1, 2, 3], to: tool.scratch("file"))
    let outcome = try await tool.under(
      "ulimit -f 16; exec \"$@\"", "export", "graphs/train", "--count", "1000", "--seed", "7", "--out", "file")
    refuses(outcome, "write file", "free some space there")
    #expect(try AtomicFile.read(tool.scratch("file")) == [1, 2, 3])
    #expect(try tool.scratch.names() == ["file"])
  }
}
