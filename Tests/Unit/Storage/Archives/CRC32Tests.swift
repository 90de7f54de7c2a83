import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct CRC32Tests {
  /// The check value of the catalogue of parametrised CRC algorithms, and two more as Python's zlib computes them.
  @Test func itIsTheChecksumOfZip() {
    #expect(CRC32.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(CRC32.checksum([]) == 0)
    #expect(CRC32.checksum(Array(0...255)) == 0x2905_8C73)
  }
}
