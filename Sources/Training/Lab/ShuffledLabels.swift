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
    let pairs = Relabelling(first..<(indices.upperBound + 1) & ~1, of: source)
    for index in indices {
      let (own, other) = (index - first, (index ^ 1) - first)
      if pairs.isNumeric {
        pairs.append(own, targets: pairs.targets(of: other), to: &batch)
      } else {
        pairs.append(own, classes: pairs.classes(of: other), to: &batch)
      }
    }
  }
}
