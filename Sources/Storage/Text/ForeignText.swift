/// The text of a file that somebody else wrote: UTF-8, with or without a mark that says so.
package enum ForeignText {
  /// Bytes that are no UTF-8 text, and what they are by their first few.
  package struct Problem: Error, Hashable {
    /// Such as "is compressed with gzip".
    package let what: String
    package let mend: String
  }

  /// The bytes without the mark that some editors put before UTF-8.
  package static func utf8(_ bytes: [UInt8]) throws(Problem) -> ArraySlice<UInt8> {
    for (start, what, mend) in others where bytes.starts(with: start) { throw Problem(what: what, mend: mend) }
    return bytes.starts(with: utf8Mark) ? bytes.dropFirst(utf8Mark.count) : bytes[...]
  }

  private static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// A longer beginning stands before one that it begins with.
  private static let others: [(start: [UInt8], what: String, mend: String)] = [
    ([0xFF, 0xFE, 0, 0], "is UTF-32 text", "write it as UTF-8, such as with iconv -f utf-32 -t utf-8"),
    ([0, 0, 0xFE, 0xFF], "is UTF-32 text", "write it as UTF-8, such as with iconv -f utf-32 -t utf-8"),
    ([0xFF, 0xFE], "is UTF-16 text", "write it as UTF-8, such as with iconv -f utf-16 -t utf-8"),
    ([0xFE, 0xFF], "is UTF-16 text", "write it as UTF-8, such as with iconv -f utf-16 -t utf-8"),
    ([0x7B, 0], "is UTF-16 text", "write it as UTF-8, such as with iconv -f utf-16le -t utf-8"),
    ([0, 0x7B], "is UTF-16 text", "write it as UTF-8, such as with iconv -f utf-16be -t utf-8"),
    ([0x1F, 0x8B], "is compressed with gzip", "decompress it, such as with gzip -dc"),
    ([0x50, 0x4B, 3, 4], "is a zip archive", "take the text out of it, such as with unzip -p"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "is compressed with xz", "decompress it, such as with xz -dc"),
    ([0x42, 0x5A, 0x68], "is compressed with bzip2", "decompress it, such as with bzip2 -dc"),
    ([0x28, 0xB5, 0x2F, 0xFD], "is compressed with zstd", "decompress it, such as with zstd -dc"),
  ]
}
