/// How a run's loss change is allocated. Pure data: with the run's own identity it is that of a reading.
package struct AllocationPlan: Sendable, Hashable, Codable {
  /// What is summed and counted. Agreement of signs is with the first of them.
  package var observers: [AllocationObserver]
  /// Into how many equal intervals a step's line is cut for Simpson's rule at first, and as fine as how many it may be cut
  /// where a loss is rough: two intervals are halved while a set's sum over them misses its loss's change by more than
  /// their share of the tolerance.
  package var intervals: ClosedRange<Int>
  /// Along straight lines between weights that lie so many steps apart. 1 follows training; more is another path, complete
  /// too, and has no shares of a step.
  package var chord: Int
  /// The part of the run's loss change that a step's error may be, times the number of steps.
  package var tolerance: Double
  /// The first so many sets must be complete; those after them are controls, whose loss may hardly change: a step is cut for
  /// them as finely as for the others, and no more. Nil: all must be.
  package var completeSets: Int?

  package init(
    _ observers: [AllocationObserver] = [.whole(.integrated)], intervals: ClosedRange<Int> = 2...32, chord: Int = 1,
    tolerance: Double = 0.005, completeSets: Int? = nil
  ) {
    precondition(
      intervals.lowerBound >= 2 && intervals.lowerBound % 2 == 0,
      "Simpson's rule takes an even number of intervals, not \(intervals.lowerBound).")
    precondition(chord > 0 && tolerance >= 0, "A chord of \(chord) steps and an error of \(tolerance) do not exist.")
    precondition(
      !observers.isEmpty && Set(observers).count == observers.count, "A plan names some observers, each once.")
    self.observers = observers
    self.intervals = intervals
    self.chord = chord
    self.tolerance = tolerance
    self.completeSets = completeSets
    precondition(
      completeSets ?? 1 > 0, "Of \(completeSets ?? 1) sets that must be complete none decides how finely a step is cut."
    )
    precondition(
      chord == 1 || !watchesBatches, "A chord of \(chord) steps has no batch of its own to be observed.")
  }

  /// Those of so many sets that must be complete.
  func demanded(of sets: Int) -> Range<Int> { 0..<min(sets, completeSets ?? sets) }

  var watchesBatches: Bool { observers.contains { $0.loss == .batch } }
  var integratesBatches: Bool { observers.contains { $0.loss == .batch && $0.bracket != .point } }
}
