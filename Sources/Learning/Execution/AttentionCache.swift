/// What sequences of one length have read so far: keys and values of every attention of a program, and what its pointers
/// point at.
final class AttentionCache {
  /// Attention takes so many at once.
  static let sequences = 16

  /// Tokens of each sequence that are kept.
  private(set) var length = 0
  let capacity: Int
  /// In groups of sixteen.
  let groupCount: Int
  private let memory: FloatBuffer
  let scratch: FloatBuffer
  /// By the buffer of an attention's queries, keys and values, or of a pointer's keys: where its part of the memory begins.
  private let offsets: [Int?]
  /// By the same, the floats of one group.
  private let groupSizes: [Int]
  private let idsPerToken: Int
  /// `[sequences, capacity, idsPerToken]`
  private let ids: UnsafeMutablePointer<Int32>

  init(_ program: Program, capacity: Int, groupCount: Int = 1) {
    var offsets: [Int?] = Array(repeating: nil, count: program.buffers.count)
    var groupSizes = Array(repeating: 0, count: program.buffers.count)
    var count = 0
    var scratchCount = 0
    for instruction in program.forward {
      let part: (buffer: Int, size: Int)
      switch instruction {
      case .attention(let shape, let bias, let queryKeyValue, _, _):
        precondition(
          Self.keepsKeys(of: shape, bias: bias),
          "Keys are kept only where attention is causal, has no bias, and values as wide as keys.")
        part = (queryKeyValue, Kernel.attentionCacheCount(shape, capacity: capacity))
        scratchCount = max(scratchCount, Kernel.cachedAttentionScratchCount(shape, capacity: capacity))
      case .pointer(let shape, let values, _):
        precondition(shape.isCausal, "Keys are kept only where pointers are causal.")
        part = (values.keys, Self.sequences * capacity * shape.pointerCount * shape.width)
      default: continue
      }
      offsets[part.buffer] = count
      groupSizes[part.buffer] = part.size
      count += groupCount * part.size
    }
    self.capacity = capacity
    self.groupCount = groupCount
    self.offsets = offsets
    self.groupSizes = groupSizes
    memory = FloatBuffer(count: count)
    scratch = FloatBuffer(count: scratchCount)
    idsPerToken = program.idsPerToken
    let idCount = groupCount * Self.sequences * capacity * idsPerToken
    ids = .allocate(capacity: idCount)
    ids.initialize(repeating: 0, count: idCount)  // an id that nobody has written must not point anywhere
  }

  deinit { ids.deallocate() }

  /// Whether an attention can read keys that were kept.
  static func keepsKeys(of shape: Kernel.AttentionShape, bias: Parameter?) -> Bool {
    shape.isCausal && bias == nil && shape.valueWidth == shape.headWidth
  }

  /// The part of an attention, or of a pointer, in a group.
  subscript(buffer: Int, group: Int) -> UnsafeMutablePointer<Float> {
    guard let offset = offsets[buffer] else {
      preconditionFailure("Buffer \(buffer) belongs to no attention and no pointer that the cache was made for.")
    }
    return memory.pointer + offset + group * groupSizes[buffer]
  }

  /// So many more tokens of each sequence are kept.
  func advance(by tokens: Int) {
    precondition(length + tokens <= capacity, "A cache of \(capacity) tokens cannot keep \(length + tokens).")
    length += tokens
  }

  /// Begins new sequences.
  func removeAll() { length = 0 }
}

extension Program {
  /// Whether each of its attentions can.
  var keepsKeys: Bool {
    forward.allSatisfy {
      guard case .attention(let shape, let bias, _, _, _) = $0 else { return true }
      return AttentionCache.keepsKeys(of: shape, bias: bias)
    }
  }
}

extension AttentionCache {
  /// Keeps the new keys and ids of a sequence behind the others of it.
  func keep(_ new: Kernel.Pointing, of sequence: Int, _ buffer: Int, _ shape: Kernel.PointerShape) {
    precondition(
      length + new.keyCount <= capacity, "A cache of \(capacity) tokens cannot keep \(length + new.keyCount).")
    let width = shape.pointerCount * shape.width
    keys(of: sequence, buffer, width).advanced(by: length * width).update(
      from: new.keys, count: new.keyCount * width)
    (ids + (sequence * capacity + length) * idsPerToken).update(from: new.ids, count: new.keyCount * idsPerToken)
  }

  func kept(
    of sequence: Int, _ buffer: Int, _ shape: Kernel.PointerShape
  ) -> (keys: UnsafePointer<Float>, ids: UnsafePointer<Int32>) {
    (
      UnsafePointer(keys(of: sequence, buffer, shape.pointerCount * shape.width)),
      UnsafePointer(ids + sequence * capacity * idsPerToken)
    )
  }

  private func keys(of sequence: Int, _ buffer: Int, _ width: Int) -> UnsafeMutablePointer<Float> {
    self[buffer, 0] + sequence * capacity * width
  }
}
