/// What a replicate's training begins with.
package enum FirstWeights: Sendable, Hashable {
  /// Drawn as the model declares, from the replicate's seed.
  case drawn
  /// The same for every replicate.
  case handmade(HandmadeSearch)
}
