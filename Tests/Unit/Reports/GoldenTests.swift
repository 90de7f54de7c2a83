import Bench
import Judging
import Results
import Storage
import Training
import Foundation
import Testing

@Suite struct GoldenTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "golden-\(UUID().uuidString)")

  private func golden(_ mode: RecordMode?) -> Golden { Golden(name: "a.txt", folder: folder, mode: mode) }

  @Test func aMissingGoldenFailsWithTheCommandThatMendsIt() throws {
    let complaint = try #require(try golden(.never).complaint(about: "text\n"))
    #expect(complaint.hasPrefix("fixtures/reports/a.txt is missing."))
    #expect(complaint.hasSuffix("GENBENCH_RECORD=all tools/test --filter GoldenReportsTests"))
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }

  @Test func aDifferenceNamesItsFirstLine() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try golden(.missing).complaint(about: "one\ntwo\n") == nil)
    #expect(try golden(.never).complaint(about: "one\ntwo\n") == nil)
    let complaint = try #require(try golden(.missing).complaint(about: "one\n2\n"))
    #expect(complaint.contains("line 2 on.\n  kept: two\n  now:  2\n"))
  }

  @Test(arguments: [RecordMode.failed, .all]) func recordingReplacesWhatWasKept(_ mode: RecordMode) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try golden(mode).complaint(about: "old") == nil)
    #expect(try golden(mode).complaint(about: "new") == nil)
    #expect(try golden(.never).complaint(about: "new") == nil)
    #expect(try golden(.never).complaint(about: "old") != nil)
  }
}
