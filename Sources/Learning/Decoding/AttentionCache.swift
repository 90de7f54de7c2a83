/// What up to 16 sequences of one length have read so far: keys and values of every attention of a program.
final class AttentionCache {
  static let sequences = 16

  /// Tokens of each sequence that are kept.
  private(set) var length = 0
  let capacity: Int
  private let memory: FloatBuffer
  let scratch: FloatBuffer
  /// By the buffer of an attention's queries, keys and values: where its part of the memory begins.
  private let offsets: [Int?]

  init(_ program: Program, capacity: Int) {
    var offsets: [Int?] = Array(repeating: nil, count: program.buffers.count)
    var count = 0
    var scratchCount = 0
    for case .attention(let shape, let bias, let queryKeyValue, _, _) in program.forward {
      precondition(
        shape.isCausal && bias == nil && shape.valueWidth == shape.headWidth,
        "Keys are kept only where attention is causal, has no bias, and values as wide as keys.")
      offsets[queryKeyValue] = count
      count += Kernel.attentionCacheCount(shape, capacity: capacity)
      scratchCount = max(scratchCount, Kernel.cachedAttentionScratchCount(shape, capacity: capacity))
    }
    self.capacity = capacity
    self.offsets = offsets
    memory = FloatBuffer(count: count)
    scratch = FloatBuffer(count: scratchCount)
  }

  subscript(queryKeyValue: Int) -> UnsafeMutablePointer<Float> {
    guard let offset = offsets[queryKeyValue] else {
      preconditionFailure("Buffer \(queryKeyValue) belongs to no attention that the cache was made for.")
    }
    return memory.pointer + offset
  }

  /// So many more tokens of each sequence are kept.
  func advance(by tokens: Int) {
    precondition(length + tokens <= capacity, "A cache of \(capacity) tokens cannot keep \(length + tokens).")
    length += tokens
  }

  /// Begins new sequences.
  func removeAll() { length = 0 }
}
