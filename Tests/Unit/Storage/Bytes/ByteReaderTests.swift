import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct ByteReaderTests {
  @Test func whatIsWrittenIsReadBack() throws {
    var writer = ByteWriter()
    writer.write(-3)
    writer.write(UInt64.max)
    writer.write(-0.1)
    writer.write([1, 2, 255] as [UInt8])
    writer.write("n = 8…15")
    writer.write([Float.pi, -0.0, .greatestFiniteMagnitude])
    writer.write([] as [Float])
    var reader = ByteReader(writer.bytes)
    #expect(try reader.readInt() == -3)
    #expect(try reader.readWord() == .max)
    #expect(try reader.readDouble() == -0.1)
    #expect(try reader.readBytes() == [1, 2, 255])
    #expect(try reader.readString() == "n = 8…15")
    #expect(try reader.readFloats().map(\.bitPattern) == [Float.pi, -0.0, .greatestFiniteMagnitude].map(\.bitPattern))
    #expect(!reader.isAtEnd)
    #expect(try reader.readFloats().isEmpty)
    #expect(reader.isAtEnd)
  }

  @Test func theLayoutIsLittleEndian() {
    var writer = ByteWriter()
    writer.write(0x0102)
    writer.write([Float(1)])
    #expect(writer.bytes == [2, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0x3F])
  }

  /// Lengths whose product with a size overflows, negative ones, and ones just past the 16 bytes that follow.
  @Test(arguments: [Int.max, .min, -1, 1 << 62, 1 << 61, 1 << 60, 1 << 32, 17])
  func aLengthThatCannotBeIsRefused(length: Int) {
    var writer = ByteWriter()
    writer.write(length)
    let bytes = writer.bytes + [UInt8](repeating: 1, count: 16)
    func refuses(_ read: (inout ByteReader) throws(ByteReader.Truncated) -> Void) -> Bool {
      var reader = ByteReader(bytes)
      do {
        try read(&reader)
        return false
      } catch {
        return true
      }
    }
    #expect(refuses { reader throws(ByteReader.Truncated) in _ = try reader.readBytes() })
    #expect(refuses { reader throws(ByteReader.Truncated) in _ = try reader.readString() })
    #expect(refuses { reader throws(ByteReader.Truncated) in _ = try reader.readFloats() })
    #expect(refuses { reader throws(ByteReader.Truncated) in _ = try reader.readCount() })
  }

  @Test(arguments: 0...16)
  func lengthsThatFitAreTaken(length: Int) throws {
    var writer = ByteWriter()
    writer.write(length)
    let bytes = writer.bytes + [UInt8](repeating: 1, count: 16)
    var one = ByteReader(bytes)
    #expect(try one.readBytes().count == length)
    var two = ByteReader(bytes)
    #expect(try two.readCount() == length)
    var three = ByteReader(bytes)
    if length <= 4 {
      #expect(try three.readFloats().count == length)
    } else {
      #expect(throws: ByteReader.Truncated.self) { try three.readFloats() }
    }
  }

  @Test func aWordNeedsEightBytes() {
    for count in 0..<8 {
      var reader = ByteReader([UInt8](repeating: 0, count: count))
      #expect(throws: ByteReader.Truncated.self) { try reader.readWord() }
    }
  }
}
