import Learning

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
}
