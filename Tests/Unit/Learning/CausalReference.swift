@testable import Learning

/// The model of `fixtures/reference/learning_causal_pytorch.py`: causal, with positions, asked for classes at the last 3
/// tokens, some of which do not count.
enum CausalReference {
  static let lengths = [3, 11, 7, 5, 4]
  static let asked = 3
  static let classCount = 5

  static let encoder = Encoder(
    EncoderShape(
      vocabulary: 17, idsPerToken: 1, combination: .sum, width: 14, layerCount: 2, headCount: 2, hiddenWidth: 29,
      activation: .gelu, normOrder: .pre, outputs: classCount, positions: .learned(longest: 13), isCausal: true,
      readout: .lastTokens(asked), loss: .crossEntropy))

  struct Source: ExampleSource {
    let idsPerToken = 1
    let longest = 11

    func append(_ indices: Range<Int>, to batch: inout Batch) {
      for index in indices {
        let sequence = index % lengths.count
        let first = lengths[..<sequence].reduce(0, +)
        let answers = asked * sequence..<asked * (sequence + 1)
        batch.append(
          ids: (first..<first + lengths[sequence]).map { (id: Int) in Int32(1 + (id * 31 + 7) % 16) },
          classes: answers.map { (answer: Int) in Int32((3 * answer + 1) % classCount) },
          weights: answers.map { (answer: Int) in ([0, 1, 0.5, 2] as [Float])[answer % 4] })
      }
    }
  }
}
