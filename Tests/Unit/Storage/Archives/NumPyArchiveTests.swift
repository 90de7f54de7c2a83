import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// Its structure. That NumPy reads it back is shown by tools/interchange-test.
@Suite struct NumPyArchiveTests {
  private let arrays: [(name: String, tensor: Tensor)] = [
    ("label", Tensor(.integers([-1, 2, .max]), shape: [3])),
    ("tokens", Tensor(.floats([0.5, 1, 2, 3, 4, 5]), shape: [2, 3])), ("one", Tensor(.integers([7]), shape: [])),
  ]

  @Test(arguments: [([3], "(3,)"), ([1, 3], "(1, 3)"), ([3, 1, 1], "(3, 1, 1)"), ([], "()"), ([0, 2], "(0, 2)")])
  func anArraySaysItsTypeAndShapeAndBeginsAtAMultipleOf64(shape: [Int], text: String) {
    let count = shape.reduce(1, *)
    let file = NumPyArchive.file(Tensor(.integers(Array(repeating: 0x0102_0304, count: count)), shape: shape))
    let headerLength = Int(file[8]) | Int(file[9]) << 8
    #expect(Array(file[..<8]) == [0x93] + Array("NUMPY".utf8) + [1, 0])
    #expect((10 + headerLength) % 64 == 0 && file.count == 10 + headerLength + 4 * count)
    let header = String(decoding: file[10..<10 + headerLength], as: UTF8.self)
    #expect(header.hasPrefix("{'descr': '<i4', 'fortran_order': False, 'shape': \(text), }") && header.hasSuffix("\n"))
    #expect(file.suffix(4 * count).starts(with: count > 0 ? [4, 3, 2, 1] : []))
  }

  @Test func theDirectoryNamesEachEntryWhereItStands() throws {
    let chunks = NumPyArchive(arrays: arrays, comment: "about").chunks
    let file = chunks.flatMap { $0 }
    try #require(chunks.count == 4)
    func number(_ place: Int, _ bytes: Int) -> Int { (0..<bytes).reduce(0) { $0 | Int(file[place + $1]) << (8 * $1) } }
    let end = file.count - 22 - 5
    #expect(number(end, 4) == 0x0605_4B50 && number(end + 10, 2) == 3 && number(end + 20, 2) == 5)
    #expect(String(decoding: file.suffix(5), as: UTF8.self) == "about")
    var entry = number(end + 16, 4)
    #expect(entry + number(end + 12, 4) == end)
    for (name, tensor) in arrays {
      let start = number(entry + 42, 4)
      #expect(number(entry, 4) == 0x0201_4B50 && number(start, 4) == 0x0403_4B50)
      let nameLength = number(start + 26, 2)
      let content = NumPyArchive.file(tensor)
      #expect(String(decoding: file[start + 30..<start + 30 + nameLength], as: UTF8.self) == "\(name).npy")
      #expect(file[(start + 30 + nameLength)...].starts(with: content))
      for facts in [start + 14, entry + 16] {
        #expect(UInt32(number(facts, 4)) == CRC32.checksum(content))
        #expect(number(facts + 4, 4) == content.count && number(facts + 8, 4) == content.count)
      }
      entry += 46 + nameLength
    }
    #expect(entry == end)
  }
}
