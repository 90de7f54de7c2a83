import Learning
import Seeds

/// What a replicate's training begins with.
package enum FirstWeights: Sendable, Hashable {
  /// Drawn as the model declares, from the replicate's seed.
  case drawn
  /// The same for every replicate.
  case handmade(HandmadeSearch)

  func values(of model: Architecture, seed: Seed) -> [Float] {
    switch self {
    case .drawn: return model.layout.initialValues(seed: seed)
    case .handmade(let search):
      precondition(model == .attentionOnly(search.shape), "These weights were made by hand for another model.")
      return search.weights
    }
  }
}
