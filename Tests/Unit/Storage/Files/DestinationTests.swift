import Foundation
import Testing

@testable import Storage

/// What stands where a file is written: its mode, links, pipes and descriptors.
@Suite struct DestinationTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func mode(_ name: String) -> mode_t {
    var information = stat()
    return lstat(scratch(name), &information) == 0 ? information.st_mode & 0o7777 : 0
  }

  @Test(arguments: [0o600, 0o640, 0o644, 0o664, 0o755] as [mode_t])
  func aFileKeepsItsMode(mode: mode_t) throws {
    try AtomicFile.write([1], to: scratch("file"))
    chmod(scratch("file"), mode)
    try AtomicFile.write([2, 3], to: scratch("file"))
    #expect(self.mode("file") == mode)
    #expect(try AtomicFile.read(scratch("file")) == [2, 3])
    try #require(symlink("file", scratch("link")) == 0)
    try AtomicFile.write([4], to: scratch("link"))
    #expect(self.mode("file") == mode)
  }

  @Test func aNewFileHasTheModeThatTheUserAsksFor() async {
    await #expect(processExitsWith: .success) {
      let scratch = try ScratchFolder()
      for mask: mode_t in [0o022, 0o077, 0o002, 0o000] {
        umask(mask)
        try AtomicFile.write([1], to: scratch("\(mask)"))
        var information = stat()
        stat(scratch("\(mask)"), &information)
        #expect(information.st_mode & 0o7777 == 0o666 & ~mask)
      }
    }
  }

  @Test func aNameMayBeAsLongAsTheSystemAllows() throws {
    for length in [240, 255] {
      let name = String(repeating: "a", count: length)
      for bytes: [UInt8] in [[1], [2]] {
        try AtomicFile.write(bytes, to: scratch(name))
        #expect(try AtomicFile.read(scratch(name)) == bytes)
      }
    }
    let tooLong = scratch(String(repeating: "a", count: 256))
    #expect(throws: FileProblem(path: tooLong, attempt: "write", code: ENAMETOOLONG)) {
      try AtomicFile.write([1], to: tooLong)
    }
  }

  @Test func aLinkToNothingYetMakesItsFile() throws {
    try AtomicFile.makeFolder(scratch("there"))
    try #require(symlink("there/new", scratch("one")) == 0 && symlink(scratch("one"), scratch("two")) == 0)
    try AtomicFile.write([1, 2], to: scratch("two"))
    #expect(try AtomicFile.read(scratch("there/new")) == [1, 2])
    #expect(try scratch.names() == ["one", "there", "two"] && AtomicFile.names(in: scratch("there")) == ["new"])
    try #require(symlink("round", scratch("round")) == 0)
    #expect(throws: FileProblem(path: scratch("round"), attempt: "write", code: ELOOP)) {
      try AtomicFile.write([1], to: scratch("round"))
    }
  }

  /// As `--out /dev/stdout >> log` asks for: what stands in the log stays.
  @Test(arguments: ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link"])
  func aDescriptorGetsTheBytesAsItWasOpened(path: String) async throws {
    let log = scratch("log")
    try AtomicFile.write(Array("before\n".utf8), to: log)
    if path == "link" { try #require(symlink("/dev/stdout", scratch("link")) == 0) }
    let target = path == "link" ? scratch("link") : path
    await #expect(processExitsWith: .success) { [log = log as String, target = target as String] in
      dup2(open(log, O_WRONLY | O_APPEND), STDOUT_FILENO)
      try AtomicFile.write(Array("after\n".utf8), to: target)
    }
    let text = String(decoding: try #require(try AtomicFile.read(log)), as: UTF8.self)
    #expect(text.hasPrefix("before\n") && text.contains("after\n"))
  }

  @Test(.hasFullDevice) func aDeviceIsWrittenAndNeverReplaced() throws {
    #expect(throws: FileProblem(path: "/dev/full", attempt: "write", code: ENOSPC)) {
      try AtomicFile.write([1], to: "/dev/full")
    }
    try AtomicFile.write([1], to: "/dev/null")
    try AtomicFile.append([1], to: "/dev/null")
    var information = stat()
    #expect(stat("/dev/null", &information) == 0 && information.st_mode & S_IFMT == S_IFCHR)
  }

  @Test(.enabled(if: geteuid() != 0)) func aFileThatMayNotBeWrittenStays() throws {
    try AtomicFile.write([1], to: scratch("file"))
    chmod(scratch("file"), 0o444)
    #expect(throws: FileProblem(path: scratch("file"), attempt: "write", code: EACCES)) {
      try AtomicFile.write([2], to: scratch("file"))
    }
    #expect(try AtomicFile.read(scratch("file")) == [1])
  }

  @Test func aFolderMayEndInSlashes() throws {
    for name in ["a/", "b//", "c/d/", "./e/", "f/../f/g/"] {
      try AtomicFile.makeFolder(scratch(name))
      try AtomicFile.makeFolder(scratch(name))
    }
    #expect(try scratch.names() == ["a", "b", "c", "e", "f"])
    try #require(symlink("nowhere", scratch("link")) == 0)
    #expect(throws: FileProblem(path: scratch("link"), attempt: "make the folder", code: EEXIST)) {
      try AtomicFile.makeFolder(scratch("link"))
    }
  }

  @Test func whoAsksWhetherAFolderCanBeWrittenLeavesNothingInIt() throws {
    try AtomicFile.requireWritable(folder: scratch("new/deep"))
    #expect(try AtomicFile.names(in: scratch("new/deep")).isEmpty)
    try AtomicFile.write([1], to: scratch("file"))
    #expect(throws: FileProblem.self) { try AtomicFile.requireWritable(folder: scratch("file")) }
    let store = RunStore(folder: scratch("file/runs"))
    for problem in [
      #expect(throws: FileProblem.self) { try store.requireWritable() },
      #expect(throws: FileProblem.self) { try store.keep([1], "0a") },
      #expect(throws: FileProblem.self) { try store.load("0a") },
    ] {
      #expect(problem?.mend.hasSuffix("or set GENBENCH_STORE to another folder") == true)
    }
  }

  /// Whatever ends the program takes the half of a file away, and nobody begins another.
  @Test func anEndLeavesNoHalfOfAFile() async throws {
    let path = scratch("file")
    await #expect(processExitsWith: .exitCode(143)) { [path = path as String] in
      let chunks = (0..<3).lazy.map { number -> [UInt8] in
        if number == 2 { PartialFiles.removeAllAndExit(143) }
        return [UInt8(number)]
      }
      try AtomicFile.write(chunks: chunks, to: path)
    }
    #expect(try scratch.names().isEmpty)
  }
}
