import Learning
import Storage
import Training

/// What was seen of one stage of one replicate.
package struct WatchedStage: Sendable, Hashable {
  /// As far as it was watched: what goes on from, and what is kept in the end.
  package struct Progress: Sendable, Hashable {
    package var state: AllocationState
    /// `[classes of the batch, and the same classes permuted][sets]`; empty where steps are not split.
    package var matrix: [[Double]]
    /// `[sets]`, each with its loss before the first step and after every one so far.
    package var followed: [[Double]]
    package var flips: [CoinFlips.Point]
  }

  package let allocation: Allocation
  package let matrix: [[Double]]
  package let followed: [[Double]]
  package let flips: [CoinFlips.Point]

  /// What one of the plan's observers saw.
  ///
  /// - Throws: `AllocationProblem` where the allocation is not complete.
  package func reading(of observer: AllocationObserver) throws(AllocationProblem) -> AllocationReading {
    try allocation.reading(of: observer)
  }
}
