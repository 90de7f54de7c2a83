import Learning

/// Sequences of a source that are to get other answers than their own. All have equally many, and nothing but ids and a prefix
/// beside them: what else a batch can carry would be lost.
struct Relabelling {
  private let batch: Batch

  init(_ indices: Range<Int>, of source: any ExampleSource) {
    precondition(!indices.isEmpty, "There is no label to change among no examples.")
    var batch = Batch(idsPerToken: source.idsPerToken)
    source.append(indices, to: &batch)
    precondition(
      batch.keyMask.isEmpty && batch.weights.isEmpty && batch.linkEnds.isEmpty
        && batch.firstPlaces.allSatisfy { $0 == 0 } && batch.targets.count % batch.sequenceCount == 0
        && batch.classes.count % batch.sequenceCount == 0,
      "Labels are changed of sequences that have equally many, without masks, weights, links and places.")
    self.batch = batch
  }

  var isNumeric: Bool { batch.classes.isEmpty }

  func targets(of sequence: Int) -> ArraySlice<Float> { answers(batch.targets, of: sequence) }
  func classes(of sequence: Int) -> ArraySlice<Int32> { answers(batch.classes, of: sequence) }

  func append(_ sequence: Int, targets: some Sequence<Float>, to other: inout Batch) {
    other.append(ids: ids(of: sequence), prefix: Int(batch.prefixes[sequence]), targets: targets)
  }

  func append(_ sequence: Int, classes: some Sequence<Int32>, to other: inout Batch) {
    other.append(ids: ids(of: sequence), prefix: Int(batch.prefixes[sequence]), classes: classes)
  }

  private func ids(of sequence: Int) -> ArraySlice<Int32> {
    let tokens = Int(batch.starts[sequence])..<Int(batch.starts[sequence + 1])
    return batch.ids[tokens.lowerBound * batch.idsPerToken..<tokens.upperBound * batch.idsPerToken]
  }

  private func answers<Answer>(_ all: [Answer], of sequence: Int) -> ArraySlice<Answer> {
    let each = all.count / batch.sequenceCount
    return all[sequence * each..<(sequence + 1) * each]
  }
}
