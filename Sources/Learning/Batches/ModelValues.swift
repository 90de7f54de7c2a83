/// The numbers of a model: all that is needed to ask it.
package struct ModelValues: Sendable, Hashable {
  /// What it learned, laid out as the model says.
  package var parameters: [Float]
  /// What its batch norms measured; empty without any.
  package var statistics: [Float]

  package init(parameters: [Float], statistics: [Float] = []) {
    self.parameters = parameters
    self.statistics = statistics
  }
}
