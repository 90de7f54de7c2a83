import Testing

@testable import Storage

@Suite struct ForeignTextTests {
  @Test func aMarkOfUTF8IsSkippedOnce() throws {
    #expect(try Array(ForeignText.utf8([0xEF, 0xBB, 0xBF, 1, 2])) == [1, 2])
    #expect(try Array(ForeignText.utf8([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF])) == [0xEF, 0xBB, 0xBF])
    for bytes: [UInt8] in [[], [0xEF], [0x7B, 0x7D], Array("BZ".utf8)] {
      #expect(try Array(ForeignText.utf8(bytes)) == bytes)
    }
  }

  @Test(arguments: [
    ([0xFF, 0xFE, 0x7B, 0], "is UTF-16 text"), ([0xFE, 0xFF, 0, 0x7B], "is UTF-16 text"),
    ([0x7B, 0, 0x22, 0], "is UTF-16 text"), ([0xFF, 0xFE, 0, 0], "is UTF-32 text"),
    ([0x1F, 0x8B, 8], "is compressed with gzip"), ([0x50, 0x4B, 3, 4], "is a zip archive"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "is compressed with xz"),
    ([0x42, 0x5A, 0x68, 0x39], "is compressed with bzip2"),
    ([0x28, 0xB5, 0x2F, 0xFD], "is compressed with zstd"),
  ])
  func whatIsNoUTF8IsNamedByItsBeginning(bytes: [UInt8], what: String) {
    let problem = #expect(throws: ForeignText.Problem.self) { try ForeignText.utf8(bytes + [0, 1, 2]) }
    #expect(problem?.what == what && problem?.mend.isEmpty == false)
  }
}
