/// What one observer saw of a whole run. Below 0 is help, above is hurt, and 0 is neither.
package struct AllocationReading: Sendable, Hashable {
  package let observer: AllocationObserver
  /// Its place in the plan.
  let number: Int
  package let steps: [AllocatedStep]
  package let parameters: ParameterSums
  package let tensors: [NamedRange]

  /// By step. Of chords there are no shares of a step.
  package var sums: [StepSums] { steps.map { $0.observers[number] } }

  package var help: Double { sums.reduce(0) { $0 + $1.help } }
  package var hurt: Double { sums.reduce(0) { $0 + $1.hurt } }
  package var change: Double { sums.reduce(0) { $0 + $1.total } }
  /// How much is shared out to and fro for each unit of change.
  package var churn: Double { (hurt - help) / abs(change) }

  package var helping: Int { sums.reduce(0) { $0 + $1.helping } }
  package var hurting: Int { sums.reduce(0) { $0 + $1.hurting } }
  package var zeros: Int { sums.reduce(0) { $0 + $1.zeros } }
  /// Of all entries that are not 0; nil without any.
  package var helpingShare: Double? {
    helping + hurting == 0 ? nil : Double(helping) / Double(helping + hurting)
  }

  package var persistence: SignCount { sums.reduce(SignCount()) { $0 + $1.persistence } }
  package var agreement: SignCount { sums.reduce(SignCount()) { $0 + $1.agreement } }
  /// The same of the first set's gradient, and of the movement.
  package var gradientPersistence: SignCount { steps.reduce(SignCount()) { $0 + $1.gradient.persistence } }
  package var movementPersistence: SignCount { steps.reduce(SignCount()) { $0 + $1.movement.persistence } }

  /// Of each parameter's total: one number each, how far from normal they are as a whole.
  package var excessKurtosis: Double { Distribution.excessKurtosis(parameters.totals) }
  /// How unequally the help is shared among the parameters that helped over the run, and the hurt among the others.
  package var giniOfHelp: Double { Distribution.gini(parameters.totals.filter { $0 < 0 }.map { -$0 }) }
  package var giniOfHurt: Double { Distribution.gini(parameters.totals.filter { $0 > 0 }) }
  /// How many parameters do so much of the helping.
  package func count(doing part: Double) -> Int {
    Distribution.countMakingUp(part, of: parameters.totals.filter { $0 < 0 }.map { -$0 })
  }
  /// How many hurt over the run.
  package var hurtingParameters: Int { parameters.totals.count { $0 > 0 } }
}
