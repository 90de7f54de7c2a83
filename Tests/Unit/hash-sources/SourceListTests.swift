import Foundation
import Testing

@testable import Storage
@testable import hash_sources

@Suite struct SourceListTests {
  let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    // A space in the path must not hide a file.
    try AtomicFile.makeFolder(scratch("my sources/Data/Part"))
    for name in ["Data/A.swift", "Data/Part/B.swift", "Data/C.h"] { try write(name, name) }
  }

  func write(_ text: String, _ name: String) throws {
    try AtomicFile.write(Array(text.utf8), to: scratch("my sources/\(name)"))
  }

  /// Of all that lies there.
  func list() throws -> SourceList {
    try SourceList(try AtomicFile.files(under: scratch("my sources")), under: scratch("my sources"))
  }

  @Test func contentNameAndPlaceCount() throws {
    var seen: Set = [try list().hexadecimal]
    for (text, name) in [("h", "Data/B.h"), ("two", "Data/A.swift"), ("h", "Data/Part/B.h"), ("x", "Data/k.c")] {
      try write(text, name)
      #expect(seen.insert(try list().hexadecimal).inserted, "\(name)")
    }
    #expect(try list().names.count == 6)
  }

  @Test(arguments: ["Data/.#A.swift", "Data/._A.swift", "Data/Part/.DS_Store", "Data/README.md", "Data/A.swift~"])
  func filesThatAreNotCompiledDoNotCount(name: String) throws {
    let before = try list()
    try write("notes", name)
    #expect(try list().hexadecimal == before.hexadecimal && list().names == before.names)
  }

  @Test func theOrderOfThePathsDoesNotCount() throws {
    let paths = try AtomicFile.files(under: scratch("my sources"))
    let reversed = try SourceList(paths.reversed(), under: scratch("my sources/"))
    #expect(try reversed.hexadecimal == list().hexadecimal)
  }

  @Test func aFileElsewhereOrMissingIsAProblem() throws {
    #expect(throws: (any Error).self) { try SourceList(["/elsewhere/A.swift"], under: scratch("my sources")) }
    #expect(throws: (any Error).self) {
      try SourceList([scratch("my sources/Data/Gone.swift")], under: scratch("my sources"))
    }
  }

  @Test func theDeclarationNamesEveryFile() throws {
    let list = try list()
    #expect(list.names == ["Data/A.swift", "Data/C.h", "Data/Part/B.swift"])
    for name in list.names { #expect(list.declaration.contains("\"\(name)\",")) }
    #expect(list.declaration.contains("\"\(list.hexadecimal)\""))
  }
}
