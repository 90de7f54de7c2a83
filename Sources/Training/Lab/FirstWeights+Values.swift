import Learning
import Seeds

extension FirstWeights {
  package func values(of model: Architecture, seed: Seed) -> [Float] {
    switch self {
    case .drawn: return model.layout.initialValues(seed: seed)
    case .handmade(let search):
      precondition(model == .attentionOnly(search.shape), "These weights were made by hand for another model.")
      return search.weights
    }
  }
}
