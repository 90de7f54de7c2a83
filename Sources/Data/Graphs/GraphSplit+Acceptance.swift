import Seeds

extension GraphSplit {
  /// Which graphs stay: a probability for each distance d = d(1, 2), exactly.
  package struct Acceptance: Hashable, Sendable {
    package typealias Probability = Data.Probability

    /// For d = 1, 2, ... as far as the list goes.
    package let near: [Probability]
    /// For every distance past the list.
    package let far: Probability
    /// For graphs without a path from 1 to 2.
    package let unreachable: Probability

    package init(near: [Probability], far: Probability, unreachable: Probability) {
      (self.near, self.far, self.unreachable) = (near, far, unreachable)
    }

    package static let everything = Acceptance(near: [], far: .always, unreachable: .always)
    package static let reachable = Acceptance(near: [], far: .always, unreachable: .never)

    /// The probability that a graph with this d(1, 2) stays; nil is unreachable.
    package func probability(distance: Int?) -> Probability {
      guard let distance else { return unreachable }
      return distance <= near.count ? near[distance - 1] : far
    }

    /// Whether a graph stays. What is certain takes nothing from the generator.
    func accepts(distance: Int?, using generator: inout Generator) -> Bool {
      let probability = probability(distance: distance)
      if probability.numerator == 0 || probability.numerator == probability.denominator {
        return probability.numerator != 0
      }
      return Draw.chance(probability.numerator, of: probability.denominator, using: &generator)
    }

    /// Whether any graph of this size can stay: d goes up to one less than the vertices.
    func canAccept(vertexCount: Int) -> Bool {
      unreachable.numerator > 0 || (1..<vertexCount).contains { probability(distance: $0).numerator > 0 }
    }
  }
}
