/// Puts numbers and strings after one another, little-endian, each array with its length before it.
package struct ByteWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  mutating func write(_ word: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: word >> shift))
    }
  }

  package mutating func write(_ number: Int) { write(UInt64(bitPattern: Int64(number))) }
  package mutating func write(_ number: Double) { write(number.bitPattern) }

  package mutating func write(_ values: [Double]) {
    write(values.count)
    for value in values { write(value) }
  }

  package mutating func write(_ chunk: [UInt8]) {
    write(chunk.count)
    bytes += chunk
  }

  package mutating func write(_ text: String) { write(Array(text.utf8)) }

  package mutating func write(_ values: [Float]) {
    write(values.count)
    bytes.reserveCapacity(bytes.count + 4 * values.count)
    for value in values {
      let word = value.bitPattern
      bytes.append(UInt8(truncatingIfNeeded: word))
      bytes.append(UInt8(truncatingIfNeeded: word >> 8))
      bytes.append(UInt8(truncatingIfNeeded: word >> 16))
      bytes.append(UInt8(truncatingIfNeeded: word >> 24))
    }
  }
}
