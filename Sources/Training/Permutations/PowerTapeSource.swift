import Data
import Learning
import Seeds

/// A split of permutations for a network that reads one symbol of the exponent a loop: a token a fact, of its symbol,
/// its image and the whole tape. The element asked about comes last, where the answer is read; the order says nothing
/// else.
///
/// Learned is sigma^k of every element: the first question's exponent asks for a power of the whole permutation.
struct PowerTapeSource: ExampleSource {
  let split: PowerSplit
  let tape: PowerTape
  let seed: Seed

  var idsPerToken: Int { 2 + tape.length }
  var longest: Int { split.sizes.upperBound }

  func append(_ indices: Range<Int>, to batch: inout Batch) {
    for example in split.examples(indices, seed: seed) { append(PowerTask(example), to: &batch) }
  }

  private func append(_ task: PowerTask, to batch: inout Batch) {
    let (context, symbols) = (task.context, task.context.symbols)
    let power = context.permutation.power(task.exponent)
    let tape = tape.symbols(of: task.exponent)
    let order = context.permutation.images.indices.filter { $0 != task.place } + [task.place]
    batch.append(
      ids: order.flatMap { [Int32(symbols[$0]), Int32(symbols[context.permutation[$0]])] + tape },
      classes: order.map { Int32(symbols[power[$0]]) })
  }
}
