/// What one observer saw in one step: sums and counts over the parameters, each in the parameters' order.
package struct StepSums: Sendable, Hashable {
  /// Of the entries below 0, and of those above.
  package var help = 0.0
  package var hurt = 0.0
  package var helping = 0
  package var hurting = 0
  /// Entries that are exactly 0: a class of their own.
  package var zeros = 0
  /// The fourth central moment by the square of the second, less 3; 0 where all entries are the same.
  package var excessKurtosis = 0.0
  /// Signs against those of the step before, and against those of the plan's first observer at this step.
  package var persistence = SignCount()
  package var agreement = SignCount()
  /// By tensor.
  package var tensors: [Double] = []

  package init() {}

  package var total: Double { help + hurt }
  /// Of the entries that are not 0; nil without any.
  package var helpingShare: Double? {
    helping + hurting == 0 ? nil : Double(helping) / Double(helping + hurting)
  }
}
