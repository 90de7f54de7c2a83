import Foundation
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct AtomicFileTests {
  @Test func whatIsWrittenIsReadAndNothingElseIsLeft() throws {
    let scratch = try ScratchFolder()
    for size in [0, 1, 65_536, 200_000] {
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 * 7) }
      try AtomicFile.write(bytes, to: scratch("file"))
      #expect(try AtomicFile.read(scratch("file")) == bytes)
      #expect(try scratch.names() == ["file"])
    }
  }

  @Test func chunksAreOneFile() throws {
    let scratch = try ScratchFolder()
    try AtomicFile.write(chunks: [[1, 2], [], [3]], to: scratch("file"))
    #expect(try AtomicFile.read(scratch("file")) == [1, 2, 3])
    try AtomicFile.write(chunks: [], to: scratch("file"))
    #expect(try AtomicFile.read(scratch("file")) == [] && scratch.names() == ["file"])
    #expect(throws: FileProblem(path: scratch("no/file"), attempt: "write", code: ENOENT)) {
      try AtomicFile.write(chunks: [[1]], to: scratch("no/file"))
    }
  }

  @Test func aMissingFileIsNilAndAFolderIsAProblem() throws {
    let scratch = try ScratchFolder()
    #expect(try AtomicFile.read(scratch("missing")) == nil)
    #expect(try AtomicFile.read(scratch("missing/file")) == nil)
    #expect(throws: FileProblem(path: scratch.path, attempt: "read", code: EISDIR)) {
      try AtomicFile.read(scratch.path)
    }
  }

  @Test func aPathBelowAFileIsAProblemThatNamesTheMend() throws {
    let scratch = try ScratchFolder()
    try AtomicFile.write([1], to: scratch("file"))
    let below = scratch("file/below")
    let problem = #expect(throws: FileProblem.self) { try AtomicFile.write([2], to: below) }
    #expect(problem == FileProblem(path: below, attempt: "write", code: ENOTDIR))
    #expect(problem?.description.contains(below) == true && problem?.description.contains("move it away") == true)
    #expect(throws: FileProblem.self) { try AtomicFile.makeFolder(below) }
    #expect(throws: FileProblem.self) { try AtomicFile.makeFolder(scratch("file")) }
    #expect(throws: FileProblem.self) { try AtomicFile.read(below) }
    #expect(try AtomicFile.read(scratch("file")) == [1])
  }

  @Test func aMissingFolderIsAProblem() throws {
    let scratch = try ScratchFolder()
    #expect(throws: FileProblem(path: scratch("no/file"), attempt: "write", code: ENOENT)) {
      try AtomicFile.write([1], to: scratch("no/file"))
    }
  }

  @Test func aFolderInTheWayLeavesNoTemporaryFile() throws {
    let scratch = try ScratchFolder()
    try AtomicFile.makeFolder(scratch("a/b/c"))
    #expect(throws: FileProblem(path: scratch("a"), attempt: "write", code: EISDIR)) {
      try AtomicFile.write([1], to: scratch("a"))
    }
    #expect(try scratch.names() == ["a"])
  }

  @Test func aPipeGetsTheBytesAndStaysAPipe() throws {
    let scratch = try ScratchFolder()
    let pipe = scratch("pipe")
    try #require(mkfifo(pipe, 0o600) == 0)
    let reader = open(pipe, O_RDONLY | O_NONBLOCK)
    try #require(reader >= 0)
    defer { close(reader) }
    try AtomicFile.write(chunks: [[1, 2], [3]], to: pipe)
    var bytes = [UInt8](repeating: 0, count: 5)
    #expect(read(reader, &bytes, 5) == 3 && bytes == [1, 2, 3, 0, 0])
    #expect(try scratch.names() == ["pipe"])
    var information = stat()
    #expect(lstat(pipe, &information) == 0 && information.st_mode & S_IFMT == S_IFIFO)
  }

  @Test func aLinkStaysAndItsFileIsReplaced() throws {
    let scratch = try ScratchFolder()
    try AtomicFile.makeFolder(scratch("there"))
    try AtomicFile.write([1], to: scratch("there/file"))
    try #require(symlink("there/file", scratch("link")) == 0)
    try AtomicFile.write([2, 3], to: scratch("link"))
    #expect(try AtomicFile.read(scratch("there/file")) == [2, 3])
    #expect(try scratch.names() == ["link", "there"] && AtomicFile.names(in: scratch("there")) == ["file"])
    var information = stat()
    #expect(lstat(scratch("link"), &information) == 0 && information.st_mode & S_IFMT == S_IFLNK)
  }

  @Test(.hasFullDevice) func aFullDiskIsAProblemThatAsksForSpace() throws {
    // Every write to this device fails as on a full disk.
    let descriptor = open("/dev/full", O_WRONLY)
    try #require(descriptor >= 0)
    let problem = #expect(throws: FileProblem.self) {
      try AtomicFile.fill(descriptor, with: [1, 2, 3], path: "some/file")
    }
    #expect(problem == FileProblem(path: "some/file", attempt: "write", code: ENOSPC))
    #expect(problem?.mend.hasPrefix("free some space") == true)
  }

  @Test func aDiskThatFillsHalfwayKeepsTheOldFile() async {
    await #expect(processExitsWith: .success) {
      let scratch = try ScratchFolder()
      try AtomicFile.write([1, 2, 3], to: scratch("file"))
      // The system stops this process's files at 1,000 bytes: the first write is cut short, the next one fails.
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 1_000, rlim_max: 1_000)
      #if canImport(Glibc)
        setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      #else
        setrlimit(RLIMIT_FSIZE, &limit)
      #endif
      #expect(throws: FileProblem(path: scratch("file"), attempt: "write", code: EFBIG)) {
        try AtomicFile.write([UInt8](repeating: 9, count: 5_000), to: scratch("file"))
      }
      #expect(try AtomicFile.read(scratch("file")) == [1, 2, 3])
      #expect(try scratch.names() == ["file"])
    }
  }

  @Test func aLeftoverOfAnEarlierProcessIsNoObstacle() throws {
    let scratch = try ScratchFolder()
    let leftover = ".genbench.\(getpid()).0.partial"
    try AtomicFile.write([7], to: scratch(leftover))
    try AtomicFile.write([1], to: scratch("file"))
    #expect(try AtomicFile.read(scratch("file")) == [1])
    #expect(try AtomicFile.read(scratch(leftover)) == [7])
  }

  @Test func writersAtOnceLeaveOneWholeFile() async throws {
    let scratch = try ScratchFolder()
    let path = scratch("file")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask {
          for _ in 0..<10 {
            try AtomicFile.write([UInt8](repeating: UInt8(writer), count: 10_000 + writer), to: path)
            let bytes = try #require(try AtomicFile.read(path))
            #expect(bytes.count == 10_000 + Int(bytes[0]) && Set(bytes).count == 1)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try scratch.names() == ["file"])
  }

  @Test func filesAreListedInOrder() throws {
    let scratch = try ScratchFolder()
    try AtomicFile.makeFolder(scratch("b"))
    for name in ["z", "b/y", "a"] { try AtomicFile.write([], to: scratch(name)) }
    #expect(try AtomicFile.names(in: scratch.path) == ["a", "b", "z"])
    #expect(try AtomicFile.files(under: scratch.path) == [scratch("a"), scratch("b/y"), scratch("z")])
    #expect(try AtomicFile.names(in: scratch("missing")).isEmpty)
    #expect(throws: FileProblem.self) { try AtomicFile.names(in: scratch("a")) }
  }
}
