import Foundation

@testable import Learning

extension NaiveKernel {
  /// The output [rows x width] for qkv [rows x rowWidth]. prefixes is [sequences], bias [headCount x (2 farthest + 1)].
  static func attention(
    _ shape: Kernel.AttentionShape, qkv: [Double], starts: [Int32], keyMask: [UInt8]?, prefixes: [Int32]? = nil,
    bias: [Double]? = nil
  ) -> [Double] {
    let (width, size, valueSize) = (shape.width, shape.headWidth, shape.valueWidth)
    let scale = shape.isScaled ? 1 / Double(size).squareRoot() : 1
    let rows = qkv.count / shape.rowWidth
    func query(_ i: Int, _ h: Int, _ d: Int) -> Double { qkv[i * shape.rowWidth + h * size + d] }
    func key(_ j: Int, _ h: Int, _ d: Int) -> Double { query(j, shape.headCount + h, d) }
    func value(_ j: Int, _ h: Int, _ d: Int) -> Double {
      qkv[j * shape.rowWidth + 2 * shape.keyWidth + h * valueSize + d]
    }
    var output = [Double](repeating: 0, count: rows * width)
    for s in 0..<starts.count - 1 {
      let sequence = Int(starts[s])..<Int(starts[s + 1])
      for h in 0..<shape.headCount {
        for i in sequence {
          let prefix = sequence.lowerBound + Int(prefixes?[s] ?? 0)
          let keys = sequence.filter { j in
            keyMask.map { $0[j] != 0 } ?? true && (!shape.isCausal || j <= i || j < prefix)
          }
          let weights = softmax(
            keys.map { j in
              (0..<size).reduce(0) { $0 + query(i, h, $1) * key(j, h, $1) } * scale
                + (bias.map { $0[biasIndex(shape, head: h, distance: j - i)] } ?? 0)
            })
          for (weight, j) in zip(weights, keys) {
            for d in 0..<valueSize { output[i * width + h * valueSize + d] += weight * value(j, h, d) }
          }
        }
      }
    }
    return output
  }

  /// Where the bias of a key so far after its query stands.
  private static func biasIndex(_ shape: Kernel.AttentionShape, head: Int, distance: Int) -> Int {
    let farthest = shape.farthest!
    return head * (2 * farthest + 1) + farthest + min(max(distance, -farthest), farthest)
  }

  static func softmax(_ scores: [Double]) -> [Double] {
    let largest = scores.max() ?? 0
    let powers = scores.map { exp($0 - largest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
}
