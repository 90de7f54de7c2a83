import Foundation
import Testing

@testable import Learning

/// The same inputs give the same bits on every machine. The hashes were recorded with AVX-512; a build with
/// GENBENCH_MARCH=x86-64-v3 must reproduce them. A change of a kernel's arithmetic changes its hash, and every baseline.
@Suite struct KernelBitsTests {
  private static let golden: [KernelBits: UInt64] = [
    .accumulate: 0xeebe_c51e_0baa_8615,
    .activate: 0xa2a3_4bad_269c_495f,
    .activateBackward: 0x22ca_1656_58b9_42e9,
    .adam: 0x5d8b_a98e_a330_ae18,
    .add: 0xeebe_c51e_0baa_8615,
    .addColumnSums: 0xbb75_ef26_9791_8820,
    .addPositions: 0xb27f_6b9a_fedb_e581,
    .addPositionsBackward: 0x07e5_781c_a6e0_9f4f,
    .affine: 0x37cc_3801_38f2_aa14,
    .attention: 0x53b5_cae7_169c_b596,
    .attentionBackward: 0x60f4_0742_6d99_76ba,
    .batchNorm: 0x82f8_0cce_d9a1_0615,
    .batchNormBackward: 0x351f_841a_43f9_a625,
    .blend: 0x9de4_9b45_eea3_c749,
    .cachedAttention: 0x0c49_abab_5cb0_96bd,
    .chooseLargest: 0xe9e1_0903_1829_a910,
    .copyColumns: 0x93d7_d1e9_1217_9fa8,
    .crossAttention: 0xbce1_30f6_7700_57e8,
    .crossAttentionBackward: 0xeee7_dc40_cd3b_d0b2,
    .crossEntropy: 0x9ddb_ade6_314e_89eb,
    .descend: 0xec5b_1fa6_4b22_a13c,
    .dropout: 0x960e_1f8e_bcbd_cec7,
    .embed: 0x81c6_2c5b_8701_4754,
    .embedBackward: 0x815e_1987_9e19_8f85,
    .foldColumns: 0x2146_c160_2ea9_758b,
    .keepKeysAndValues: 0x20b6_bdb9_2123_d577,
    .largestAlongLinks: 0x8f0e_b01e_3382_88f9,
    .largestAlongLinksBackward: 0x5a88_d4cf_f1b9_7a9d,
    .layerNorm: 0xbfd9_ea43_5c7c_7579,
    .layerNormBackward: 0x7ae8_bdb5_7b31_9367,
    .linkedAttention: 0xbe0b_85f4_8f8b_3e04,
    .linkedAttentionBackward: 0x2465_18e5_9d92_b6ba,
    .multiHot: 0xf7f3_ac53_9320_89f2,
    .multiply: 0x52cf_eeb3_d53c_29f9,
    .normalize: 0xd495_0995_fe92_8240,
    .pack: 0x4f39_d55b_3f74_61c0,
    .pointer: 0xcd6b_3c4a_e2ee_6b98,
    .pointerBackward: 0xd423_4ee0_507f_7197,
    .product: 0x06f3_f0a9_0529_a4c0,
    .rmsProp: 0x143d_1e7c_d8b8_2fef,
    .rotate: 0x6a20_8177_fc5a_3d13,
    .softCrossEntropy: 0x1595_102b_1103_a450,
    .softmax: 0x6327_17c1_fbe5_02e8,
    .softmaxBackward: 0x5d5f_9f74_5da9_bc83,
    .squaredError: 0xde23_2bb6_6507_fb68,
    .sumOfSquares: 0xf311_8f54_b1b5_2c67,
    .transpose: 0xf8c7_a0ab_8953_a944,
  ]

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
