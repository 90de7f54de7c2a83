/// Sets features to zero at random while a model learns, and multiplies the others so that their expectation stays
/// (Srivastava and others, 2014). A model that only answers goes without.
///
/// What is dropped is a function of the step's seed, the dropout's place in the model, the example's number, the token's
/// place in its sequence and the feature: neither shards nor workers nor the readout can change it.
package struct Dropout: Sendable, Hashable, Codable {
  /// Of each feature to become zero.
  package var probability: Double
  /// All tokens of a sequence lose the same features.
  package var isSharedOverTokens: Bool

  package init(probability: Double, isSharedOverTokens: Bool = false) {
    precondition((0..<1).contains(probability), "A feature is dropped with a probability below 1, not \(probability).")
    self.probability = probability
    self.isSharedOverTokens = isSharedOverTokens
  }

  package static let none = Dropout(probability: 0)

  /// Where nothing is to be dropped, nothing is recorded.
  func callAsFunction(_ x: Value) -> Value {
    guard probability > 0, x.recorder.purpose.hasChance else { return x }
    let number = x.recorder.operations.count { if case .dropout = $0 { true } else { false } }
    return x.recorder.record(rows: x.rows, width: x.width) { .dropout(self, number: number, x.id, output: $0) }
  }
}
