/// Reads what a `ByteWriter` wrote. Bytes that end too early, or lengths that cannot be, are an error: never a guess.
package struct ByteReader {
  package struct Truncated: Error, Hashable, CustomStringConvertible {
    package let description = "The bytes kept of it end too early, or are not ours"

    package init() {}
  }

  private let bytes: ArraySlice<UInt8>
  private var position: Int

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes[...]
    position = bytes.startIndex
  }

  package var isAtEnd: Bool { position == bytes.endIndex }

  private mutating func take(_ count: Int) throws(Truncated) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.endIndex - position else { throw Truncated() }
    defer { position += count }
    return bytes[position..<position + count]
  }

  mutating func readWord() throws(Truncated) -> UInt64 {
    try take(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  package mutating func readInt() throws(Truncated) -> Int { Int(Int64(bitPattern: try readWord())) }

  /// A number of things that follow, each at least a byte long.
  package mutating func readCount() throws(Truncated) -> Int {
    let count = try readInt()
    guard count >= 0, count <= bytes.endIndex - position else { throw Truncated() }
    return count
  }

  package mutating func readDouble() throws(Truncated) -> Double { Double(bitPattern: try readWord()) }

  package mutating func readDoubles() throws(Truncated) -> [Double] {
    let count = try readInt()
    guard count >= 0, count <= (bytes.endIndex - position) / 8 else { throw Truncated() }
    var values: [Double] = []
    for _ in 0..<count { values.append(try readDouble()) }
    return values
  }

  package mutating func readBytes() throws(Truncated) -> [UInt8] {
    let count = try readInt()
    return Array(try take(count))
  }

  package mutating func readString() throws(Truncated) -> String { String(decoding: try readBytes(), as: UTF8.self) }

  package mutating func readFloats() throws(Truncated) -> [Float] {
    let count = try readInt()
    guard count >= 0, count <= (bytes.endIndex - position) / 4 else { throw Truncated() }
    let chunk = try take(4 * count)
    var values: [Float] = []
    values.reserveCapacity(count)
    for start in stride(from: chunk.startIndex, to: chunk.endIndex, by: 4) {
      let low = UInt32(chunk[start]) | UInt32(chunk[start + 1]) << 8
      let high = UInt32(chunk[start + 2]) << 16 | UInt32(chunk[start + 3]) << 24
      values.append(Float(bitPattern: low | high))
    }
    return values
  }
}
