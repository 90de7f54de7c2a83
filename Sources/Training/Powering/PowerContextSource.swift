import Data
import Learning
import Seeds

/// The contexts of a split with their questions and true answers: an example a context.
struct PowerContextSource: ExampleSource {
  let split: PowerSplit
  let seed: Seed

  var idsPerToken: Int { split.format.questionLength }
  var longest: Int { split.sizes.upperBound + split.questionCount(size: split.sizes.upperBound) }

  func append(_ indices: Range<Int>, to batch: inout Batch) {
    for example in split.examples(indices, seed: seed) {
      batch.append(
        ids: PowerAsking.ids(example.context, example.questions, split.format),
        classes: example.answers.map { Int32($0.token) })
    }
  }
}
