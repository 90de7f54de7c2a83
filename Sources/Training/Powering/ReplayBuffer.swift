import Seeds
import Storage

/// The newest rows of whatever was added.
struct ReplayBuffer: Sendable, Hashable {
  let room: Int
  private(set) var rows: [[UInt8]] = []
  /// Where the next row goes once there is no room.
  private(set) var next = 0

  init(room: Int) {
    precondition(room > 0, "A buffer has room for a row at least, not \(room).")
    self.room = room
  }

  mutating func add(_ row: [UInt8]) {
    if rows.count < room {
      rows.append(row)
    } else {
      rows[next] = row
      next = (next + 1) % room
    }
  }

  /// With replacement, each row with the same probability.
  func draw(_ count: Int, using generator: inout Generator) -> [[UInt8]] {
    precondition(!rows.isEmpty, "Nothing was added that could be drawn.")
    return (0..<count).map { _ in rows[Draw.integer(in: 0...rows.count - 1, using: &generator)] }
  }

  func write(to writer: inout ByteWriter) {
    writer.write(room)
    writer.write(next)
    writer.write(rows.count)
    for row in rows { writer.write(row) }
  }

  init(_ reader: inout ByteReader) throws(ByteReader.Truncated) {
    room = try reader.readInt()
    next = try reader.readInt()
    let count = try reader.readCount()
    guard room > 0, count <= room, (0..<room).contains(next) else { throw ByteReader.Truncated() }
    for _ in 0..<count { rows.append(try reader.readBytes()) }
  }
}
