/// An incremental SHA-256: the checksum and the identity hash of the whole project.
///
/// Whatever has a variable length is absorbed with its kind and its length before it, and a number with its kind, so
/// that different lists of parts never run into the same bytes. Numbers are absorbed lowest byte first.
package struct Fingerprint: Sendable {
  private var hash = SHA256()

  package init() {}

  /// 64 hexadecimal digits. More can be absorbed afterwards.
  package var hexadecimal: String {
    digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The 32 bytes of the hash. More can be absorbed afterwards.
  package var digest: [UInt8] {
    var finished = hash
    return finished.finish()
  }

  /// Bytes alone, with neither kind nor length: `Fingerprint` of one such part is the plain SHA-256 of the bytes.
  package mutating func absorb(raw bytes: UnsafeRawBufferPointer) { hash.absorb(bytes) }

  package mutating func absorb(_ bytes: UnsafeRawBufferPointer) { absorb(bytes, of: .bytes, count: bytes.count) }

  package mutating func absorb(_ bytes: [UInt8]) { bytes.withUnsafeBytes { absorb($0) } }

  package mutating func absorb(_ text: String) {
    Array(text.utf8).withUnsafeBytes { absorb($0, of: .text, count: $0.count) }
  }

  package mutating func absorb(_ number: Int) { absorb(UInt64(bitPattern: Int64(number)), of: .integer) }

  /// A float by its bits: 0 and -0 differ. All NaNs are one: their sign and payload differ between processors.
  package mutating func absorb(_ number: Float) { absorb(UInt64(number.oneNaN.bitPattern), of: .float) }

  package mutating func absorb(_ number: Double) { absorb(number.oneNaN.bitPattern, of: .double) }

  package mutating func absorb(_ numbers: [Float]) { numbers.withUnsafeBufferPointer { absorb($0) } }

  package mutating func absorb(_ numbers: UnsafeBufferPointer<Float>) {
    guard numbers.contains(where: \.isNaN) else {
      return absorb(UnsafeRawBufferPointer(numbers), of: .floats, count: numbers.count)
    }
    numbers.map(\.oneNaN).withUnsafeBytes { absorb($0, of: .floats, count: numbers.count) }
  }

  private enum Kind: UInt8 { case bytes = 1, text, integer, float, double, floats }

  /// The raw memory is the lowest-byte-first form on every platform that Swift has.
  private mutating func absorb(_ bytes: UnsafeRawBufferPointer, of kind: Kind, count: Int) {
    absorb(UInt64(count), of: kind)
    hash.absorb(bytes)
  }

  private mutating func absorb(_ number: UInt64, of kind: Kind) {
    withUnsafeBytes(of: kind.rawValue) { hash.absorb($0) }
    withUnsafeBytes(of: number.littleEndian) { hash.absorb($0) }
  }
}

extension BinaryFloatingPoint {
  /// Itself, and for every NaN the same one.
  fileprivate var oneNaN: Self { isNaN ? .nan : self }
}

extension Fingerprint: CustomStringConvertible {
  package var description: String { hexadecimal }
}
