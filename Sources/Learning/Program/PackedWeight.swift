/// A weight matrix and where its packed copies stand: rearranged once a step, read by every shard.
struct PackedWeight: Sendable {
  let parameter: Parameter
  /// Offset of the copy that the forward product reads.
  let forward: Int
  /// Offset of the transposed copy, which carries gradients back; nil in a program that only answers, and has no
  /// product with the transposed matrix.
  var backward: Int?
}
