import Data
import Learning
import Seeds

/// Sequences as a causal network reads them: a token that begins each one, and all but its last; the right answer at every
/// place is the token that follows there.
struct GenerativeSource<Sequences: SequenceDistribution>: ExampleSource {
  let examples: GenerativeExamples<Sequences>
  let stream: Seed

  let idsPerToken = 1
  var longest: Int { examples.sequences.longest }

  func append(_ indices: Range<Int>, to batch: inout Batch) {
    let start = CollectionOfOne(Int32(examples.sequences.vocabulary))
    for index in indices {
      let tokens = examples.sequence(at: index, stream: stream).tokens.map { Int32($0) }
      batch.append(ids: start + tokens.dropLast(), classes: tokens)
    }
  }
}

extension SequenceDistribution {
  /// A causal network for these sequences: pre-norm, with learned positions, and two heads.
  package func network(width: Int, layerCount: Int = 2) -> Architecture {
    .encoder(
      EncoderShape(
        vocabulary: vocabulary + 1, idsPerToken: 1, combination: .sum, width: width, layerCount: layerCount,
        headCount: 2, hiddenWidth: 2 * width, activation: .gelu, normOrder: .pre, outputs: vocabulary,
        positions: .learned(longest: longest), isCausal: true, readout: .everyToken, loss: .crossEntropy))
  }
}
