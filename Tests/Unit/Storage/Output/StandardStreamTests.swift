import Foundation
import Testing

@testable import Storage

@Suite struct StandardStreamTests {
  @Test(.hasFullDevice) func whatIsLostIsAProblemThatNamesTheStream() async {
    await #expect(processExitsWith: .success) {
      let full = open("/dev/full", O_WRONLY)
      dup2(full, STDOUT_FILENO)
      #expect(throws: FileProblem(path: "standard output", attempt: "write", code: ENOSPC)) {
        try StandardStream.output.write("lost")
      }
      close(STDERR_FILENO)
      StandardStream.prepare()
      #expect(throws: FileProblem(path: "standard error", attempt: "write", code: EBADF)) {
        try StandardStream.errors.write(line: "lost")
      }
      // The next file has another number, and gets nothing of what is said.
      let next = open("/dev/null", O_WRONLY)
      #expect(next > STDERR_FILENO)
      var ends: [Int32] = [0, 0]
      pipe(&ends)
      close(ends[0])
      dup2(ends[1], STDOUT_FILENO)
      let gone = #expect(throws: FileProblem.self) { try StandardStream.output.write("nobody reads") }
      #expect(gone?.isReaderGone == true)
    }
  }

  @Test func aStreamThatDoesNotWaitIsWaitedFor() async throws {
    let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      _ = fcntl(STDOUT_FILENO, F_SETFL, fcntl(STDOUT_FILENO, F_GETFL) | O_NONBLOCK)
      try StandardStream.output.write(String(repeating: "0123456789", count: 100_000))
    }
    #expect(try #require(result).standardOutputContent.count >= 1_000_000)
  }

  @Test(.hasFullDevice) func theFirstLossIsRemembered() async {
    await #expect(processExitsWith: .success) {
      let announcer = Announcer()
      #expect(announcer.say("heard\n", on: .errors))
      #expect(throws: Never.self) { try announcer.requireHeard() }
      dup2(open("/dev/full", O_WRONLY), STDERR_FILENO)
      #expect(!announcer.say("lost\n", on: .errors) && !announcer.say("not tried\n", on: .output))
      #expect(throws: FileProblem(path: "standard error", attempt: "write", code: ENOSPC)) {
        try announcer.requireHeard()
      }
    }
  }

  /// `print` loses what cannot be written without a word, and FileHandle ends the program.
  @Test func everyByteGoesThroughTheOneWriter() throws {
    let sources = PackageFolder.path + "/Sources"
    var found: [String] = []
    for file in try AtomicFile.files(under: sources) where file.hasSuffix(".swift") && !file.contains("/hash-sources/")
    {
      let text = String(decoding: try #require(try AtomicFile.read(file)), as: UTF8.self)
      for word in [" print(", "FileHandle", "fputs(", "debugPrint(", "dump("] where text.contains(word) {
        found.append("\(file): \(word)")
      }
    }
    #expect(found.isEmpty, "\(found)")
  }
}
