import Data
import Learning

/// How an answerer is trained without labels: on the answers of an overseer that learns to imitate a script, and asks
/// the answerer's own average (Christiano, Shlegeris and Amodei, 2018). The paper runs four threads side by side; here
/// each tick takes the same steps in the same order. Pure data.
package struct AmplificationRecipe: Sendable, Hashable {
  /// H'.
  package var asker: AskerShape
  /// A tick has as many of its steps as fit: 2 in the paper.
  package var askerRecipe: Recipe
  /// Of the root answers that are learned.
  package var failures: OverseerFailures
  /// Contexts whose questions are answered in a tick.
  package var contexts: Int
  /// How many contexts with targets are kept, and how many transcripts.
  package var targetRoom: Int
  package var transcriptRoom: Int
  /// What is there before the first tick.
  package var firstTargetBatches: Int
  package var firstTranscripts: Int
  /// H' does not learn while the loss of transcripts that are new to it is, on average, below this.
  package var askerStopsBelow: Double?
  /// From a tick on, questions have these depths.
  package var unlocking: Unlocking?
  /// Ticks between two looks at everybody's accuracy.
  package var measureInterval: Int

  package struct Unlocking: Sendable, Hashable {
    package var tick: Int
    package var depths: ClosedRange<Int>

    package init(tick: Int, depths: ClosedRange<Int>) {
      precondition(tick > 0, "From tick \(tick) on, there is nothing before: it is the split that has these depths.")
      (self.tick, self.depths) = (tick, depths)
    }
  }

  package init(
    asker: AskerShape, askerRecipe: Recipe, failures: OverseerFailures, contexts: Int, targetRoom: Int,
    transcriptRoom: Int, firstTargetBatches: Int = 12, firstTranscripts: Int = 500, askerStopsBelow: Double? = nil,
    unlocking: Unlocking? = nil, measureInterval: Int
  ) {
    precondition(
      contexts > 0 && firstTargetBatches > 0 && firstTranscripts > 0 && measureInterval > 0,
      "Amplification begins with targets and transcripts: \(firstTargetBatches) batches of \(contexts), "
        + "\(firstTranscripts) transcripts, measured every \(measureInterval) ticks.")
    self.asker = asker
    self.askerRecipe = askerRecipe
    self.failures = failures
    self.contexts = contexts
    self.targetRoom = targetRoom
    self.transcriptRoom = transcriptRoom
    self.firstTargetBatches = firstTargetBatches
    self.firstTranscripts = firstTranscripts
    self.askerStopsBelow = askerStopsBelow
    self.unlocking = unlocking
    self.measureInterval = measureInterval
  }

  /// What is asked at a tick.
  func split(_ split: PowerSplit, at tick: Int) -> PowerSplit {
    guard let unlocking, tick >= unlocking.tick else { return split }
    return split.ofDepths(unlocking.depths)
  }

  /// The contexts that so many ticks answer questions about, by what is asked of them, in order.
  func asked(of split: PowerSplit, ticks: Int) -> [(split: PowerSplit, contexts: Range<Int>)] {
    let end = contexts(ticks: ticks)
    guard let unlocking, unlocking.tick <= ticks else { return [(split, 0..<end)] }
    let first = contexts(ticks: unlocking.tick - 1)
    return [(split, 0..<first), (split.ofDepths(unlocking.depths), first..<end)]
  }

  private func contexts(ticks: Int) -> Int { (firstTargetBatches + ticks) * contexts }
}
