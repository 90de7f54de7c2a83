import Learning
import Seeds

/// Damage done on purpose: one matrix of a family, each as likely as any other, is replaced by numbers from N(0, 1).
package struct Perturbation: Sendable, Hashable {
  /// The group of heads.
  package var heads: String
  package var role: HeadMatrix.Role

  package init(_ heads: String, _ role: HeadMatrix.Role) {
    self.heads = heads
    self.role = role
  }

  /// Such as `answer-query`.
  package var name: String { "\(heads)-\(role.rawValue)" }

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
