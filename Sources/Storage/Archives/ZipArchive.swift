/// Writes a zip archive entry by entry, stored without compression (PKWARE's APPNOTE.TXT, 4.3). Without its 64-bit
/// extension: everything stays below 4 GiB.
package struct ZipArchive {
  /// Of the whole file, with headers.
  package static let largestSize = Int(UInt32.max)

  let comment: String
  private var directory: [UInt8] = []
  private var count = 0
  private var offset = 0

  init(comment: String) {
    precondition(comment.utf8.count <= Int(UInt16.max), "A zip archive's comment has at most 65,535 bytes.")
    self.comment = comment
  }

  /// The bytes of the next entry: its header and the file.
  mutating func entry(_ name: String, _ file: [UInt8]) -> [UInt8] {
    var facts: [UInt8] = []
    facts.append(littleEndian: UInt16(20))  // the version needed, 2.0
    facts.append(littleEndian: UInt16(0))  // no flags
    facts.append(littleEndian: UInt16(0))  // stored
    facts.append(littleEndian: UInt16(0))  // midnight
    facts.append(littleEndian: UInt16(1 << 5 | 1))  // 1 January 1980, the format's first day
    facts.append(littleEndian: CRC32.checksum(file))
    facts.append(littleEndian: UInt32(file.count))
    facts.append(littleEndian: UInt32(file.count))
    facts.append(littleEndian: UInt16(name.utf8.count))
    facts.append(littleEndian: UInt16(0))  // no extra field
    var bytes: [UInt8] = Array("PK\u{3}\u{4}".utf8)
    bytes += facts + Array(name.utf8) + file

    directory += Array("PK\u{1}\u{2}".utf8)
    directory.append(littleEndian: UInt16(20))  // the version it was made by, on MS-DOS: no file modes
    directory += facts
    directory.append(littleEndian: UInt16(0))  // no comment
    directory.append(littleEndian: UInt16(0))  // on the first disk
    directory.append(littleEndian: UInt16(0))  // no internal attributes
    directory.append(littleEndian: UInt32(0))  // no external attributes
    directory.append(littleEndian: UInt32(offset))
    directory += Array(name.utf8)
    count += 1
    offset += bytes.count
    return bytes
  }

  /// What follows the last entry: where each of them is.
  var end: [UInt8] {
    var bytes = directory + Array("PK\u{5}\u{6}".utf8)
    bytes.append(littleEndian: UInt16(0))
    bytes.append(littleEndian: UInt16(0))
    bytes.append(littleEndian: UInt16(count))
    bytes.append(littleEndian: UInt16(count))
    bytes.append(littleEndian: UInt32(directory.count))
    bytes.append(littleEndian: UInt32(offset))
    bytes.append(littleEndian: UInt16(comment.utf8.count))
    return bytes + Array(comment.utf8)
  }
}

extension [UInt8] {
  /// A number's bytes, the lowest first.
  mutating func append(littleEndian number: some FixedWidthInteger & UnsignedInteger) {
    for shift in stride(from: 0, to: number.bitWidth, by: 8) { append(UInt8(truncatingIfNeeded: number >> shift)) }
  }
}
