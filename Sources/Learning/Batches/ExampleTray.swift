/// Examples that are made while training goes on: whoever trains puts those of the next step here, and then takes the step.
/// One thread does both, and the recipe has one shard.
package final class ExampleTray: ExampleSource, @unchecked Sendable {
  package let idsPerToken: Int
  package let longest: Int
  private var next: Batch

  package init(idsPerToken: Int, longest: Int) {
    self.idsPerToken = idsPerToken
    self.longest = longest
    next = Batch(idsPerToken: idsPerToken)
  }

  package func put(_ batch: Batch) {
    precondition(
      batch.idsPerToken == idsPerToken && batch.longest <= longest,
      "The tray takes tokens of \(idsPerToken) ids in sequences of up to \(longest), not of \(batch.idsPerToken) in "
        + "\(batch.longest).")
    next = batch
  }

  package func append(_ indices: Range<Int>, to batch: inout Batch) {
    precondition(
      indices.count == next.sequenceCount && batch.sequenceCount == 0,
      "The tray holds the \(next.sequenceCount) examples of a step, and \(indices.count) were asked for.")
    let first = batch.firstExample
    batch = next
    batch.firstExample = first
  }
}
