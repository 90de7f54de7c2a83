import Seeds
import Testing

@Suite struct FingerprintTests {
  private func plainHash(_ message: [UInt8], inPiecesOf size: Int = .max) -> String {
    var fingerprint = Fingerprint()
    var rest = message[...]
    while !rest.isEmpty {
      rest.prefix(size).withUnsafeBytes { fingerprint.absorb(raw: $0) }
      rest = rest.dropFirst(size)
    }
    return fingerprint.hexadecimal
  }

  /// The examples of NIST's "SHA-256" document and of FIPS 180-4's predecessor: no block, one, two and 15,625 of them.
  @Test func theStandardsExamplesComeOut() {
    #expect(plainHash([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(plainHash(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      plainHash(Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8))
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(
      plainHash([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test(arguments: [1, 3, 63, 64, 65, 128]) func thePiecesDoNotMatter(size: Int) {
    for count in [1, 55, 56, 57, 63, 64, 65, 119, 120, 500] {
      let message = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      #expect(plainHash(message, inPiecesOf: size) == plainHash(message))
    }
  }

  @Test func differentPartsNeverRunIntoTheSameBytes() {
    let lists: [[(inout Fingerprint) -> Void]] = [
      [],
      [{ $0.absorb("") }],
      [{ $0.absorb([UInt8]()) }],
      [{ $0.absorb([Float]()) }],
      [{ $0.absorb("ab") }],
      [{ $0.absorb("a") }, { $0.absorb("b") }],
      [{ $0.absorb("") }, { $0.absorb("ab") }],
      [{ $0.absorb("ab") }, { $0.absorb("") }],
      [{ $0.absorb(Array("ab".utf8)) }],
      [{ $0.absorb(0) }],
      [{ $0.absorb(0) }, { $0.absorb(0) }],
      [{ $0.absorb(-1) }],
      [{ $0.absorb(Float(0)) }],
      [{ $0.absorb(Float(-0.0)) }],
      [{ $0.absorb(0.0) }],
      [{ $0.absorb([Float(0)]) }],
      [{ $0.absorb([Float(0), 0]) }],
    ]
    let hashes = lists.map { parts in
      var fingerprint = Fingerprint()
      for part in parts { part(&fingerprint) }
      return fingerprint.hexadecimal
    }
    #expect(Set(hashes).count == lists.count)
  }

  /// Which of the NaNs comes out is the processor's choice. Everything else counts by its bits.
  @Test func allNaNsAreOne() {
    func hash(_ absorb: (inout Fingerprint) -> Void) -> String {
      var fingerprint = Fingerprint()
      absorb(&fingerprint)
      return fingerprint.hexadecimal
    }
    let plain = Float.nan
    for bits: UInt32 in [0x7fc0_0000, 0xffc0_0000, 0x7fc0_0001, 0xffff_ffff, 0x7f80_0001] {
      let other = Float(bitPattern: bits)
      #expect(hash { $0.absorb(other) } == hash { $0.absorb(plain) })
      #expect(hash { $0.absorb([1, other, -0.0]) } == hash { $0.absorb([1, plain, -0.0]) })
    }
    for bits: UInt64 in [0x7ff8 << 48, 0xfff8 << 48, 0x7ff8 << 48 | 1, 0x7ff0 << 48 | 1, .max] {
      #expect(hash { $0.absorb(Double(bitPattern: bits)) } == hash { $0.absorb(Double.nan) })
    }
    let numbers: [Float] = [0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, 1]
    #expect(Set(numbers.map { number in hash { $0.absorb(number) } }).count == numbers.count)
    #expect(Set(numbers.map { number in hash { $0.absorb([number]) } }).count == numbers.count)
    #expect(Set(numbers.map { number in hash { $0.absorb([number, .nan]) } }).count == numbers.count)
  }

  /// Kept runs are named by these: computed by Python's hashlib from the documented bytes.
  @Test func ordinaryNumbersKeepTheirHash() {
    var fingerprint = Fingerprint()
    fingerprint.absorb(Float(1.5))
    fingerprint.absorb(-0.25)
    fingerprint.absorb([Float(1), -0.0, .infinity])
    #expect(fingerprint.hexadecimal == "4c76bb1bb2e975c30d10dada15cdb37d883ef9c5403248a27d9e5359107aec21")
  }

  @Test func aFingerprintCanBeReadHalfway() {
    var read = Fingerprint()
    var unread = Fingerprint()
    for number in 0..<40 {
      read.absorb(number)
      unread.absorb(number)
      #expect(read.digest.count == 32)
    }
    #expect(read.hexadecimal == unread.hexadecimal)
  }
}
