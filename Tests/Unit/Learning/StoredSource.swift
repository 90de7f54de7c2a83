@testable import Learning

/// The first examples of another source, drawn beforehand and then repeated: giving them allocates nothing.
struct StoredSource: ExampleSource {
  private struct Example {
    var ids: [Int32]
    var targets: [Float]
    var classes: [Int32]
    var weights: [Float]
  }

  let idsPerToken: Int
  let longest: Int
  private let examples: [Example]

  init(_ source: any ExampleSource, count: Int) {
    (idsPerToken, longest) = (source.idsPerToken, source.longest)
    examples = (0..<count).map { index in
      var batch = Batch(idsPerToken: source.idsPerToken)
      source.append(index..<index + 1, to: &batch)
      return Example(ids: batch.ids, targets: batch.targets, classes: batch.classes, weights: batch.weights)
    }
  }

  func append(_ indices: Range<Int>, to batch: inout Batch) {
    for index in indices {
      let example = examples[index % examples.count]
      if example.classes.isEmpty {
        batch.append(ids: example.ids, targets: example.targets)
      } else {
        batch.append(ids: example.ids, classes: example.classes, weights: example.weights)
      }
    }
  }
}
