import Learning
import Seeds

extension Perturbation {
  /// The weights after the damage.
  func applied(to values: [Float], of model: Architecture, seed: Seed) -> [Float] {
    guard case .attentionOnly(let shape) = model else {
      preconditionFailure("Only a model of attention alone has matrices for each head to be perturbed.")
    }
    let matrices = AttentionOnly(shape).matrices(role, of: heads)
    var generator = seed.generator()
    let matrix = matrices[Draw.integer(in: 0...(matrices.count - 1), using: &generator)]
    var values = values
    for place in matrix.places { values[place] = Float(Draw.normal(using: &generator)) }
    return values
  }
}
