/// All that is kept of one step, or of one chord: numbers a step and tensor, and none a parameter.
package struct AllocatedStep: Sendable, Hashable {
  /// How many intervals Simpson's rule took, which need not be equal.
  package var intervals: Int
  /// Whether every set's error was within its tolerance at last.
  package var isResolved: Bool
  /// By set: its loss after the step.
  package var losses: [Double]
  /// By set: the sum of its allocation, integrated.
  package var allocated: [Double]
  /// By observer of the plan.
  package var observers: [StepSums]
  package var gradient: MotionSums
  package var movement: MotionSums
}
