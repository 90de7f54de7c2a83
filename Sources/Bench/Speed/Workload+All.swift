import Data
import Learning
import Storage

extension Workload {
  /// From one that fits a first-level cache to one that needs most of a core's arithmetic.
  package static let all = [
    everyToken("W0", length: 12, width: 16, layers: 2, heads: 2, hidden: 64, batch: 64, shards: 4),
    lastToken("W1-tiny", length: 17, width: 32, layers: 4, heads: 2, hidden: 128, batch: 256, shards: 8),
    lastToken("W1", length: 33, width: 64, layers: 8, heads: 4, hidden: 256, batch: 256, shards: 8),
    causal("W2", length: 128, width: 64, layers: 4, heads: 4, hidden: 256, batch: 64, shards: 8),
    causal("W2-small", length: 256, width: 128, layers: 6, heads: 4, hidden: 512, batch: 32, shards: 8),
    everyToken("W3", length: 24, width: 128, layers: 2, heads: 4, hidden: 256, batch: 200, shards: 8),
  ]

  /// - Parameter others: names that would have been right, too.
  /// - Throws: `UnknownName`, with the names most like it.
  package static func named(_ name: String, orAmong others: [String] = []) throws(UnknownName) -> Workload {
    guard let workload = all.first(where: { $0.name == name }) else {
      throw UnknownName(kind: "workload", asked: name, known: all.map(\.name) + others)
    }
    return workload
  }

  /// One of 8 classes for every token.
  private static func everyToken(
    _ name: String, length: Int, width: Int, layers: Int, heads: Int, hidden: Int, batch: Int, shards: Int
  ) -> Workload {
    let model = EncoderShape(
      vocabulary: 16, idsPerToken: 1, combination: .sum, width: width, layerCount: layers, headCount: heads,
      hiddenWidth: hidden, activation: .gelu, normOrder: .pre, outputs: 8, positions: .learned(longest: length),
      readout: .everyToken, loss: .crossEntropy)
    return Workload(name: name, model: model, length: length, batchSize: batch, shardCount: shards)
  }

  /// A number at the last token of an unordered set of pairs.
  private static func lastToken(
    _ name: String, length: Int, width: Int, layers: Int, heads: Int, hidden: Int, batch: Int, shards: Int
  ) -> Workload {
    let model = EncoderShape(
      vocabulary: 66, idsPerToken: 2, combination: .sum, width: width, layerCount: layers, headCount: heads,
      hiddenWidth: hidden, activation: .gelu, normOrder: .pre, outputs: 1)
    return Workload(name: name, model: model, length: length, batchSize: batch, shardCount: shards)
  }

  /// The next of 64 symbols, asked at the last 32 tokens.
  private static func causal(
    _ name: String, length: Int, width: Int, layers: Int, heads: Int, hidden: Int, batch: Int, shards: Int
  ) -> Workload {
    let model = EncoderShape(
      vocabulary: 64, idsPerToken: 1, combination: .sum, width: width, layerCount: layers, headCount: heads,
      hiddenWidth: hidden, activation: .gelu, normOrder: .pre, outputs: 64, positions: .learned(longest: length),
      isCausal: true, readout: .lastTokens(32), loss: .crossEntropy)
    return Workload(name: name, model: model, length: length, batchSize: batch, shardCount: shards)
  }
}
