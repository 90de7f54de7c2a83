import Testing

@testable import Learning

@Suite struct CachedAttentionTests {
  /// Also where scores are a million, and where they are a trillion.
  @Test(arguments: [(1, 1, 1), (2, 7, 3), (3, 16, 16), (2, 19, 13), (4, 8, 5)], [Float(2), 0x1p10, 0x1p20])
  func aTokenAddedToACacheGetsTheBitsOfTheWholeSequence(_ sizes: (Int, Int, Int), _ size: Float) {
    let (headCount, headWidth, sequenceCount) = sizes
    let shape = Kernel.AttentionShape(headCount: headCount, headWidth: headWidth, isCausal: true)
    let (length, width) = (23, shape.width)
    var noise = Noise(31)
    let qkv = noise.floats(sequenceCount * length * 3 * width).map { size * $0 }
    let starts = (0...sequenceCount).map { Int32($0 * length) }
    var whole = [Float](repeating: .nan, count: sequenceCount * length * width)
    var logSums = [Float](repeating: .nan, count: sequenceCount * length * headCount)
    var scratch = [Float](repeating: .nan, count: Kernel.attentionScratchCount(shape, longest: length))
    Kernel.attention(
      shape, qkv: qkv, starts: starts, sequenceCount: sequenceCount, keyMask: nil, output: &whole, logSumExp: &logSums,
      scratch: &scratch)

    let capacity = length + 2
    var cache = [Float](repeating: .nan, count: Kernel.attentionCacheCount(shape, capacity: capacity))
    var room = [Float](
      repeating: .nan, count: Kernel.cachedAttentionScratchCount(shape, capacity: capacity))
    for token in 0..<length {
      let rows = (0..<sequenceCount).flatMap { sequence in
        let first = (sequence * length + token) * 3 * width
        return Array(qkv[first..<first + 3 * width])
      }
      Kernel.keepKeysAndValues(
        shape, qkv: rows, rowStride: 3 * width, sequenceCount: sequenceCount, place: token, capacity: capacity,
        cache: &cache)
      var output = [Float](repeating: .nan, count: sequenceCount * width)
      Kernel.cachedAttention(
        shape, qkv: rows, sequenceCount: sequenceCount, keyCount: token + 1, capacity: capacity, cache: cache,
        output: &output, scratch: &room)
      let expected = (0..<sequenceCount).flatMap { sequence in
        let first = (sequence * length + token) * width
        return Array(whole[first..<first + width])
      }
      #expect(output == expected, "token \(token)")
      #expect(output.allSatisfy(\.isFinite) && output.contains { $0 != 0 }, "token \(token)")
    }
  }
}
