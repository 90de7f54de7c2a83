import Learning

/// The examples of a source in which neighbours have swapped their labels: 2k has that of 2k + 1, and the other way round.
/// Examples are drawn independently of one another, so no input says anything of the label it now has; and which label
/// an example has depends on its index alone, as everything does.
package struct ShuffledLabels: ExampleSource {
  private let source: any ExampleSource

  package init(of source: any ExampleSource) { self.source = source }

  package var idsPerToken: Int { source.idsPerToken }
  package var longest: Int { source.longest }

  package func append(_ indices: Range<Int>, to batch: inout Batch) {
    // Whole pairs, so that everybody's neighbour is there.
    let first = indices.lowerBound & ~1
    var pairs = Batch(idsPerToken: idsPerToken)
    source.append(first..<(indices.upperBound + 1) & ~1, to: &pairs)
    precondition(
      pairs.keyMask.isEmpty && pairs.weights.isEmpty && pairs.firstPlaces.allSatisfy { $0 == 0 }
        && pairs.targets.count % pairs.sequenceCount == 0
        && pairs.classes.count % pairs.sequenceCount == 0,
      "Labels are swapped between sequences that have equally many, without masks, weights and places.")
    for index in indices {
      let (own, other) = (index - first, (index ^ 1) - first)
      let ids = pairs.ids[Int(pairs.starts[own]) * idsPerToken..<Int(pairs.starts[own + 1]) * idsPerToken]
      let prefix = Int(pairs.prefixes[own])
      if pairs.classes.isEmpty {
        batch.append(ids: ids, prefix: prefix, targets: pairs.targets[answers(pairs.targets.count, pairs, other)])
      } else {
        batch.append(ids: ids, prefix: prefix, classes: pairs.classes[answers(pairs.classes.count, pairs, other)])
      }
    }
  }

  /// Where a sequence's answers stand among so many.
  private func answers(_ count: Int, _ batch: Batch, _ sequence: Int) -> Range<Int> {
    let each = count / batch.sequenceCount
    return sequence * each..<(sequence + 1) * each
  }
}
