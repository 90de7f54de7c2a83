import Foundation
import Testing

@testable import Learning

/// The same inputs give the same bits on every machine. The hashes were recorded with AVX-512; a build with
/// GENBENCH_MARCH=x86-64-v3 must reproduce them. A change of a kernel's arithmetic changes its hash, and every baseline.
@Suite struct KernelBitsTests {
  private static let golden: [KernelBits: UInt64] = [:]

  @Test(arguments: KernelBits.allCases)
  func aKernelKeepsItsBits(_ kernel: KernelBits) {
    let hash = kernel.hash
    #expect(hash == Self.golden[kernel], "\(kernel.rawValue): the bits are 0x\(String(hash, radix: 16))")
  }

  /// Whoever adds a kernel adds a case to `KernelBits`. What only counts floats has no bits to keep.
  @Test func everyKernelIsCovered() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../../Sources/Learning/Kernels")
    var found: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where file.hasPrefix("Kernel+") {
      for match in try String(contentsOf: folder.appending(path: file), encoding: .utf8).matches(
        of: /\n  static func (\w+)/) where !match.1.hasSuffix("Count")
      {
        found.insert(String(match.1))
      }
    }
    #expect(found == Set(KernelBits.allCases.map(\.rawValue)))
  }
}
