extension AllocationReading {
  /// The sum of each layer, or of any other parts that tensors make up, over some steps; over all if none are named.
  package func sums(of layers: [NamedRange], over steps: Range<Int>? = nil) -> [Double] {
    series(of: layers).map { $0[steps ?? $0.indices].reduce(0, +) }
  }

  /// `[layers][steps]`
  package func series(of layers: [NamedRange]) -> [[Double]] {
    series(of: layers) { $0.observers[number].tensors }
  }

  /// The length of the first set's gradient, and of the movement, by layer and step.
  package func gradientNorms(of layers: [NamedRange]) -> [[Double]] {
    series(of: layers) { $0.gradient.squares }.map { $0.map { $0.squareRoot() } }
  }

  package func movementNorms(of layers: [NamedRange]) -> [[Double]] {
    series(of: layers) { $0.movement.squares }.map { $0.map { $0.squareRoot() } }
  }

  private func series(of layers: [NamedRange], _ byTensor: (AllocatedStep) -> [Double]) -> [[Double]] {
    let members = layers.map { layer in
      tensors.indices.filter { layer.range.contains(tensors[$0].range.lowerBound) }
    }
    for (layer, members) in zip(layers, members) {
      precondition(
        members.first.map { tensors[$0].range.lowerBound } == layer.range.lowerBound
          && members.last.map { tensors[$0].range.upperBound } == layer.range.upperBound,
        "\(layer.name) is not made of whole tensors.")
    }
    let rows = steps.map(byTensor)
    return members.map { members in rows.map { row in members.reduce(0) { $0 + row[$1] } } }
  }
}
