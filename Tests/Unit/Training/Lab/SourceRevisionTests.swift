import Foundation
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct SourceRevisionTests {
  let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    for folder in SourceRevision.folders {
      // A space in the path must not hide a file.
      try AtomicFile.makeFolder(scratch("my sources/\(folder)/Part"))
      try write("one", "\(folder)/Part/A.swift")
    }
  }

  func write(_ text: String, _ name: String) throws {
    try AtomicFile.write(Array(text.utf8), to: scratch("my sources/\(name)"))
  }

  func revision() throws -> String {
    try SourceRevision(of: URL(filePath: scratch("my sources"))).hexadecimal
  }

  @Test func everyFolderCounts() throws {
    var revisions: Set = [try revision()]
    for folder in SourceRevision.folders {
      try write("two", "\(folder)/Part/A.swift")
      revisions.insert(try revision())
    }
    #expect(revisions.count == SourceRevision.folders.count + 1)
  }

  @Test func contentNameAndPlaceCount() throws {
    let before = try revision()
    try write("", "Seeds/B.h")
    let added = try revision()
    try AtomicFile.remove(scratch("my sources/Seeds/B.h"))
    #expect(try revision() == before)
    try write("", "Data/B.h")
    #expect(try Set([before, added, revision()]).count == 3)
  }

  @Test func filesThatAreNoSourcesDoNotCount() throws {
    let before = try revision()
    try write("notes", "Seeds/README.md")
    try write("notes", "Reports.swift")
    #expect(try revision() == before)
  }

  @Test func missingSourcesAreAProblem() throws {
    try FileManager.default.removeItem(atPath: scratch("my sources/Learning"))
    let problem = #expect(throws: FileProblem.self) { try revision() }
    #expect(problem?.path == scratch("my sources/Learning"))
  }

  @Test func theSourcesOfThisPackageAreFound() throws {
    #expect(try SourceRevision.current() == SourceRevision.current())
    let folders = SourceRevision.folders.map { "\(PackageFolder.path)/Sources/\($0)" }
    #expect(try folders.allSatisfy { try !AtomicFile.files(under: $0).isEmpty })
  }
}
