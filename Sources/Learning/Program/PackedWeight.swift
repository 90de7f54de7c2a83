/// A weight matrix and where its packed copies stand: rearranged once a step, read by every shard.
struct PackedWeight: Sendable {
  let parameter: Parameter
  /// Offset of the copy that the forward product reads.
  let forward: Int
  /// Offset of the transposed copy that carries gradients back; nil in a program that only answers.
  let backward: Int?
}
