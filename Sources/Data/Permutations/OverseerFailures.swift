import Seeds

/// How an overseer fails: each of its root answers is replaced with a certain probability by a uniform draw from the
/// context's N elements and "I don't know", the right one included. The replaced answers are trained on and measured.
/// The paper does not replace H's answers, sub-answers, or the oracle's answers to primitive questions.
package struct OverseerFailures: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Each occasion is a draw of its own, as in the paper: asked again, the overseer answers anew.
    case random
    /// A hash of the question decides: asked again, the overseer fails again, and in the same way.
    case consistent
  }

  /// p_F, in 0...1.
  package let rate: Double
  package let kind: Kind

  package init(rate: Double, kind: Kind) {
    precondition(0...1 ~= rate, "A failure rate lies in 0...1, unlike \(rate).")
    (self.rate, self.kind) = (rate, kind)
  }

  /// What replaces the overseer's answer, or nil where it stays. A function of its arguments alone.
  /// - Parameter occasion: the number of this root question among all asked under the seed. It decides random
  ///   failures and does not matter to consistent ones.
  package func replacement(
    for question: PowerQuestion, in context: PowerContext, occasion: Int, seed: Seed
  ) -> PowerAnswer? {
    var generator: Generator
    switch kind {
    case .random: generator = seed.child("random failures").generator(at: occasion)
    case .consistent: generator = seed.child("consistent failures").child(question, in: context).generator()
    }
    guard Draw.unit(using: &generator) < rate else { return nil }
    let rank = Draw.integer(in: 0...context.count, using: &generator)
    // By rank among the symbols, so that the order of the facts does not matter.
    return rank == 0 ? .unknown : .element(Int(context.symbols.sorted()[rank - 1]))
  }
}

extension Seed {
  /// The child of a question about these facts, in whatever order they stand.
  fileprivate func child(_ question: PowerQuestion, in context: PowerContext) -> Seed {
    let facts = child(bytes: context.factBytes)
    return switch question {
    case .power(let element, let exponent): facts.child(0).child(element).child(exponent)
    case .blank: facts.child(1)
    case .nonsense(let cells): cells.reduce(facts.child(2)) { $0.child($1) }
    }
  }
}
