/// The four values, or the buffers of their gradients, that a mixture of pointers reads.
struct PointerValues: Sendable, Hashable {
  var queries: Int
  var keys: Int
  var gates: Int
  var logits: Int

  var all: [Int] { [queries, keys, gates, logits] }
}
