import Learning

/// How many numbers an allocation's state holds of each kind.
package struct AllocationShape: Sendable, Hashable {
  let parameters: Int
  let tensors: Int
  let sets: Int
  let observers: Int

  package init(_ plan: AllocationPlan, sets: Int, _ layout: ParameterLayout) {
    parameters = layout.count
    tensors = layout.parameters.count
    self.sets = sets
    observers = plan.observers.count
  }
}
