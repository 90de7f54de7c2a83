import Seeds
import Synchronization

/// The first examples of another source, over and over.
package final class RepeatedSource: ExampleSource {
  private let source: any ExampleSource
  package let count: Int
  package let repetition: Repetition
  private let classes: [Int]
  private let seed: Seed
  /// The epoch that was asked for last: only so that it need not be drawn again for each example.
  private let last: Mutex<(epoch: Int, order: [Int])>

  /// - Parameters:
  ///   - classes: of each of the examples, where batches are stratified.
  ///   - seed: what the order of each epoch is drawn from.
  package init(
    _ source: any ExampleSource, count: Int, _ repetition: Repetition, classes: [Int] = [], seed: Seed
  ) {
    precondition(count > 0, "A set of \(count) examples cannot be repeated.")
    if case .stratified(let batchSize) = repetition {
      precondition(
        batchSize > 0 && count % batchSize == 0 && classes.count == count,
        "Stratified batches of \(batchSize) need a set that they divide and a class for each of its examples, "
          + "not \(count) examples and \(classes.count) classes.")
    }
    self.source = source
    self.count = count
    self.repetition = repetition
    self.classes = classes
    self.seed = seed
    last = Mutex((0, repetition.order(ofEpoch: 0, of: count, classes: classes, seed: seed)))
  }

  package var idsPerToken: Int { source.idsPerToken }
  package var longest: Int { source.longest }

  package func append(_ indices: Range<Int>, to batch: inout Batch) {
    for index in indices {
      let example = example(at: index)
      source.append(example..<example + 1, to: &batch)
    }
  }

  /// Which of the set's examples stands at a place of the stream.
  package func example(at index: Int) -> Int {
    precondition(index >= 0, "A stream begins at 0; \(index) was asked for.")
    let (epoch, place) = index.quotientAndRemainder(dividingBy: count)
    return last.withLock { last in
      if last.epoch != epoch {
        last = (epoch, repetition.order(ofEpoch: epoch, of: count, classes: classes, seed: seed))
      }
      return last.order[place]
    }
  }
}
