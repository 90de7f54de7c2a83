import Data
import Learning
import Seeds

/// A split of permutations as a transformer reads it: a token a fact, one a bit of the exponent, and last the element
/// that is asked about, where the answer is read. The order says nothing else. An example is its first question.
struct PowerSource: ExampleSource {
  let split: PowerSplit
  let seed: Seed

  /// The ids: each symbol; each symbol as an image; none; and each bit, 0 or 1, at each place.
  static func vocabulary(_ format: PowerFormat) -> Int { 2 * format.alphabet + 1 + 2 * format.exponentBits }

  let idsPerToken = 2
  var longest: Int { split.sizes.upperBound + split.format.exponentBits + 1 }

  func append(_ indices: Range<Int>, to batch: inout Batch) {
    for example in split.examples(indices, seed: seed) { append(PowerTask(example), to: &batch) }
  }

  private func append(_ task: PowerTask, to batch: inout Batch) {
    let (images, bits) = (split.format.alphabet, split.format.exponentBits)
    let none = Int32(2 * images)
    var ids = task.context.facts.flatMap { [Int32($0.symbol), Int32(images + $0.image)] }
    for bit in 0..<bits { ids += [none + 1 + Int32(2 * bit + task.exponent >> bit & 1), none] }
    ids += [Int32(task.element), none]
    batch.append(ids: ids, classes: CollectionOfOne(Int32(task.answer)))
  }
}
