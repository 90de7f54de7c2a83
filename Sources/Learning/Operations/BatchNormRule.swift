/// How the batch norms of a model normalise, and what they keep for answering.
package struct BatchNormRule: Sendable, Hashable, Codable {
  /// Added to the variance.
  package var epsilon: Double
  /// How far the running statistics move towards those of each batch: 1 is all the way.
  package var blend: Double
  /// Whether a feature has a learned scale besides its learned shift.
  package var hasScale: Bool
  /// Whether the running variance divides by one less than the rows. A batch is normalised by all of them either way.
  package var isUnbiased: Bool

  package init(epsilon: Double, blend: Double, hasScale: Bool, isUnbiased: Bool) {
    precondition(
      epsilon > 0 && blend > 0 && blend <= 1,
      "Batch norm needs a positive epsilon and a blend in 0...1, not \(epsilon) and \(blend).")
    self.epsilon = epsilon
    self.blend = blend
    self.hasScale = hasScale
    self.isUnbiased = isUnbiased
  }

  /// As PyTorch's `BatchNorm1d` does by default.
  package static let pyTorch = BatchNormRule(epsilon: 1e-5, blend: 0.1, hasScale: true, isUnbiased: true)

  /// As in the published code of Christiano, Shlegeris and Amodei (2018): over some 300 batches, with a shift alone.
  package static let amplification = BatchNormRule(epsilon: 1e-3, blend: 1.0 / 300, hasScale: false, isUnbiased: false)
}
