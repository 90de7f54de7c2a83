import Foundation

extension NaiveKernel {
  /// The output [rows x width] for qkv [rows x 3 width].
  static func attention(
    _ shape: Kernel.AttentionShape, qkv: [Double], starts: [Int32], keyMask: [UInt8]?
  ) -> [Double] {
    let (width, size) = (shape.width, shape.headWidth)
    let rows = qkv.count / (3 * width)
    var output = [Double](repeating: 0, count: rows * width)
    for s in 0..<starts.count - 1 {
      let sequence = Int(starts[s])..<Int(starts[s + 1])
      for h in 0..<shape.headCount {
        for i in sequence {
          let keys = sequence.filter { j in keyMask.map { $0[j] != 0 } ?? true && (!shape.isCausal || j <= i) }
          let weights = softmax(
            keys.map { j in
              (0..<size).reduce(0) { sum, d in
                sum + qkv[i * 3 * width + h * size + d] * qkv[j * 3 * width + width + h * size + d]
              } / Double(size).squareRoot()
            })
          for (weight, j) in zip(weights, keys) {
            for d in 0..<size {
              output[i * width + h * size + d] += weight * qkv[j * 3 * width + 2 * width + h * size + d]
            }
          }
        }
      }
    }
    return output
  }

  static func softmax(_ scores: [Double]) -> [Double] {
    let largest = scores.max() ?? 0
    let powers = scores.map { exp($0 - largest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
}
