/// Whether a set's entries add up to the change of its loss: what makes an allocation one.
package struct Completeness: Sendable, Hashable {
  /// The part of the change that may be missing.
  package static let allowed = 0.01

  /// Of the set's loss, from the first weights to the last.
  package var change: Double
  /// The sum of all entries.
  package var allocated: Double
  /// The sum of what each step misses, without sign.
  package var stepErrors: Double

  package init(change: Double, allocated: Double, stepErrors: Double) {
    (self.change, self.allocated, self.stepErrors) = (change, allocated, stepErrors)
  }

  /// Both as parts of the change.
  package var defect: Double { Self.part(abs(allocated - change), of: change) }
  package var stepDefect: Double { Self.part(stepErrors, of: change) }

  package var holds: Bool { defect <= Self.allowed && stepDefect <= Self.allowed }

  /// Where nothing changed, nothing may be missing.
  private static func part(_ error: Double, of change: Double) -> Double {
    error == 0 ? 0 : error / abs(change)
  }
}
