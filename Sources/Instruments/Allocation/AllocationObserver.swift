/// How the change of a loss is shared out among parameters: by whose loss, and by which gradients along a step.
package struct AllocationObserver: Sendable, Hashable, Codable {
  package enum Loss: Sendable, Hashable, Codable {
    /// Of one of the allocated sets, by its place among them.
    case set(Int)
    /// Of the batch that the step was taken on.
    case batch
  }

  package enum Bracket: String, Sendable, Hashable, Codable {
    /// The gradient where the step begins.
    case point
    /// The mean of those where it begins and ends.
    case trapezoid
    /// The mean along the step, by Simpson's rule.
    case integrated
    /// The same along the first hundredth of the step alone: a control, for which a step is hardly finite.
    case hundredth
  }

  package var loss: Loss
  package var bracket: Bracket

  package init(_ loss: Loss, _ bracket: Bracket) {
    self.loss = loss
    self.bracket = bracket
  }

  /// Of the first set.
  package static func whole(_ bracket: Bracket) -> AllocationObserver { AllocationObserver(.set(0), bracket) }
  package static func batch(_ bracket: Bracket) -> AllocationObserver { AllocationObserver(.batch, bracket) }
}
