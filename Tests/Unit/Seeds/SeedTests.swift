import Seeds
import Testing

@Suite struct SeedTests {
  private struct Content: Decodable {
    let root: UInt64
    let labels, indices: [String: String]
    let grandchild: String
    let stream41OfData: [HexadecimalWord]
  }

  @Test func childrenAreThoseOfTheIndependentDerivation() throws {
    let content = try referenceFile("seeds/seeds.json", as: Content.self)
    let root = Seed(root: content.root)
    #expect(content.labels.count == 9 && content.indices.count == 6)
    for (label, child) in content.labels { #expect(root.child(label).description == child, "child \(label)") }
    for (index, child) in content.indices { #expect(root.child(Int(index)!).description == child, "child \(index)") }
    #expect(root.child("a").child(3).child("b").description == content.grandchild)
    var stream = root.child("data").generator(at: 41)
    #expect(content.stream41OfData.map { _ in stream.next() } == content.stream41OfData.map(\.value))
  }

  @Test func aStreamStartsWithTheBlockOfItsSeedAndIndex() {
    var generator = Seed(root: 0).generator()
    #expect(generator.next() == 0x1655_4d9e_ca36_314c)
    var same = Seed(root: 0).generator(at: 0)
    #expect(same.next() == 0x1655_4d9e_ca36_314c)
  }

  @Test func everyNodeOfATreeDiffers() {
    let root = Seed(root: 1)
    var nodes = [
      root, Seed(root: 2), root.child(""), root.child("7"), root.child(7), root.child("\0"), root.child("\0\0"),
    ]
    nodes += [root.child("ab"), root.child("a").child("b"), root.child("b").child("a"), root.child("ba")]
    nodes += (8..<500).flatMap { [root.child($0), root.child(String($0)), root.child("a").child($0)] }
    #expect(Set(nodes).count == nodes.count)
  }

  /// With `seed + index` nearly every item would be shared.
  @Test func neighbouringSeedsShareNoWord() {
    let root = Seed(root: 5)
    var words: Set<UInt64> = []
    for node in [root.child(0), root.child(1), root.child("0"), root, Seed(root: 6), Seed(root: 5).child("1")] {
      for index in 0..<1000 {
        var generator = node.generator(at: index)
        for _ in 0..<6 { words.insert(generator.next()) }
      }
    }
    // 36,000 words of 64 bits coincide by chance with probability 36,000^2 / 2^65 = 4e-11.
    #expect(words.count == 36_000)
  }

  @Test func childrenHaveBalancedBits() {
    let root = Seed(root: 9)
    var ones = [Int](repeating: 0, count: 64)
    for index in 0..<4096 {
      var generator = root.child(index).generator()
      let word = generator.next()
      for bit in 0..<64 where word >> UInt64(bit) & 1 == 1 { ones[bit] += 1 }
    }
    // A fair bit's count has standard deviation 32; 5.5 of them is passed by one of 64 bits with probability 2.4e-6.
    #expect(ones.allSatisfy { abs($0 - 2048) < 176 })
  }
}
