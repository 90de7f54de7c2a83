import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct ReplayBufferTests {
  private func buffer(of rows: Int, room: Int) -> ReplayBuffer {
    var buffer = ReplayBuffer(room: room)
    for row in 0..<rows { buffer.add([UInt8(row), 7]) }
    return buffer
  }

  @Test func theNewestStay() {
    #expect(buffer(of: 3, room: 5).rows.map { $0[0] } == [0, 1, 2])
    #expect(Set(buffer(of: 13, room: 5).rows.map { $0[0] }) == [8, 9, 10, 11, 12])
  }

  /// 1,400 draws of 7 rows: 200 each, with a standard deviation of 13.1. Five of them.
  @Test func eachRowIsDrawnEquallyOften() {
    var generator = Seed(root: 2).generator()
    let drawn = buffer(of: 11, room: 7).draw(1_400, using: &generator)
    for row in 4..<11 { #expect((134...266).contains(drawn.count { $0[0] == UInt8(row) })) }
  }

  @Test(arguments: [(0, 0, 0), (2, 2, 1), (2, -1, 1), (2, 0, 3)])
  func whatCannotBeIsRefused(room: Int, next: Int, count: Int) {
    var writer = ByteWriter()
    for number in [room, next, count] { writer.write(number) }
    for row in 0..<count { writer.write([UInt8(row)]) }
    var reader = ByteReader(writer.bytes)
    #expect(throws: ByteReader.Truncated.self) { try ReplayBuffer(&reader) }
  }

  @Test func whatIsWrittenIsReadBack() throws {
    for count in [0, 3, 9] {
      let buffer = buffer(of: count, room: 5)
      var writer = ByteWriter()
      buffer.write(to: &writer)
      var reader = ByteReader(writer.bytes)
      let read = try ReplayBuffer(&reader)
      #expect(read == buffer && reader.isAtEnd)
      var cut = ByteReader(Array(writer.bytes.dropLast()))
      #expect(throws: ByteReader.Truncated.self) { try ReplayBuffer(&cut) }
    }
  }
}
