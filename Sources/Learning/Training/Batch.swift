/// Sequences of tokens of any lengths, packed one after another: no padding, so no work is spent on it.
package struct Batch: Sendable {
  package let idsPerToken: Int
  /// `[tokens, idsPerToken]`
  package private(set) var ids: [Int32] = []
  /// `[sequences + 1]`: where each sequence's tokens begin, and where the last one's end.
  package private(set) var starts: [Int32] = [0]
  /// `[sequences, outputs]`
  package private(set) var targets: [Float] = []
  /// `[tokens]`: 1 where a token may be attended to. Empty if all may.
  package private(set) var keyMask: [UInt8] = []

  package init(idsPerToken: Int) {
    precondition(idsPerToken > 0, "A token needs at least one id, not \(idsPerToken).")
    self.idsPerToken = idsPerToken
  }

  package var sequenceCount: Int { starts.count - 1 }
  package var tokenCount: Int { ids.count / idsPerToken }
  package var longest: Int { zip(starts, starts.dropFirst()).map { Int($1 - $0) }.max() ?? 0 }

  /// Adds a sequence: its ids token after token, and the numbers to be answered at its last token.
  package mutating func append(ids sequence: some Sequence<Int32>, targets answer: some Sequence<Float>) {
    precondition(keyMask.isEmpty, "A batch masks keys in every sequence or in none.")
    ids.append(contentsOf: sequence)
    precondition(
      ids.count % idsPerToken == 0 && ids.count / idsPerToken > Int(starts[starts.count - 1]),
      "A sequence needs at least one whole token of \(idsPerToken) ids.")
    starts.append(Int32(ids.count / idsPerToken))
    targets.append(contentsOf: answer)
  }

  /// The same for a padded layout: tokens whose mask is 0 are never attended to.
  package mutating func append(
    ids sequence: some Sequence<Int32>, keyMask mask: some Sequence<UInt8>, targets answer: some Sequence<Float>
  ) {
    precondition(keyMask.count == tokenCount, "A batch masks keys in every sequence or in none.")
    keyMask.append(contentsOf: mask)
    var kept: [UInt8] = []
    swap(&kept, &keyMask)
    append(ids: sequence, targets: answer)
    swap(&kept, &keyMask)
    precondition(keyMask.count == tokenCount, "A key mask needs one number a token.")
  }

  package mutating func removeAll() {
    ids.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    targets.removeAll(keepingCapacity: true)
    keyMask.removeAll(keepingCapacity: true)
  }
}
