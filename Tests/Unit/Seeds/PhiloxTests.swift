import Seeds
import Testing

@Suite struct PhiloxTests {
  /// The lines `philox4x64 10` of the file kat_vectors of Random123, the library of Philox's authors.
  @Test func theAuthorsKnownAnswersComeOut() {
    let ones = UInt64.max
    #expect(
      Philox.block(.init(0, 0, 0, 0), key0: 0, key1: 0)
        == .init(0x1655_4d9e_ca36_314c, 0xdb20_fe9d_672d_0fdc, 0xd7e7_72ce_e186_176b, 0x7e68_b68a_ec7b_a23b))
    #expect(
      Philox.block(.init(ones, ones, ones, ones), key0: ones, key1: ones)
        == .init(0x87b0_92c3_013f_e90b, 0x438c_3c67_be8d_0224, 0x9cc7_d7c6_9cd7_77b6, 0xa09c_aebf_594f_0ba0))
    #expect(
      Philox.block(
        .init(0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344, 0xa409_3822_299f_31d0, 0x082e_fa98_ec4e_6c89),
        key0: 0x4528_21e6_38d0_1377, key1: 0xbe54_66cf_34e9_0c6c)
        == .init(0xa528_f454_03e6_1d95, 0x38c7_2dbd_566e_9788, 0xa5a1_610e_72fd_18b5, 0x57bd_43b5_e52b_7fe6))
  }

  @Test func blocksAreThoseOfNumPy() throws {
    struct Content: Decodable {
      struct Case: Decodable { let counter, key, words: [HexadecimalWord] }
      let blocks: [Case]
    }
    let content = try referenceFile("seeds/philox.json", as: Content.self)
    #expect(content.blocks.count == 32)
    for example in content.blocks {
      let (counter, key, words) = (example.counter, example.key, example.words)
      let block = Philox.block(
        .init(counter[0].value, counter[1].value, counter[2].value, counter[3].value),
        key0: key[0].value, key1: key[1].value)
      #expect([block.w0, block.w1, block.w2, block.w3] == words.map(\.value))
    }
  }
}
