import Seeds

/// An overseer whose answers are sometimes replaced; what it asks is not.
package struct FailingOverseer<Base: Overseer>: Overseer {
  package let base: Base
  package let failures: OverseerFailures
  package let context: PowerContext
  /// The number of the answer among those given under this seed.
  package let occasion: Int
  package let seed: Seed

  package init(_ base: Base, failures: OverseerFailures, context: PowerContext, occasion: Int, seed: Seed) {
    (self.base, self.failures, self.context) = (base, failures, context)
    (self.occasion, self.seed) = (occasion, seed)
  }

  package func action(after transcript: PowerTranscript) -> OverseerAction {
    guard case .answer(let answer) = base.action(after: transcript) else { return base.action(after: transcript) }
    return .answer(
      failures.replacement(for: transcript.question, in: context, occasion: occasion, seed: seed) ?? answer)
  }
}
