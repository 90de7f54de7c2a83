import Seeds

/// What a kept file's payload is checked by.
enum Checksum {
  /// SHA-256, as 64 hexadecimal digits.
  static func hexadecimal(of bytes: [UInt8]) -> String {
    var fingerprint = Fingerprint()
    bytes.withUnsafeBytes { fingerprint.absorb(raw: $0) }
    return fingerprint.hexadecimal
  }
}
