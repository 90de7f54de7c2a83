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
      guard let part = instruction.keptKeys(capacity: capacity) else { continue }
      scratchCount = max(scratchCount, part.scratchCount)
      offsets[part.buffer] = count
      groupSizes[part.buffer] = part.count
      count += groupCount * part.count
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
  /// Whether each of its attentions can go on from keys that were kept.
  var keepsKeys: Bool { forward.allSatisfy { $0.keepsKeys } }
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
