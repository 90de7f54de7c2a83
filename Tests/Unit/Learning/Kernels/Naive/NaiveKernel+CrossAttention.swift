@testable import Learning

extension NaiveKernel {
  /// The output [queryCount x width] for queries [queryCount x width] and keysValues [keyCount x 2 width] of one sequence.
  static func crossAttention(
    _ shape: Kernel.CrossAttentionShape, queries: [Double], keysValues: [Double]
  ) -> [Double] {
    let (width, size) = (shape.width, shape.headWidth)
    let keys = 0..<keysValues.count / (2 * width)
    var output: [Double] = []
    for i in 0..<queries.count / width {
      for h in 0..<shape.headCount {
        let weights = softmax(
          keys.map { (j: Int) -> Double in
            let score = (0..<size).reduce(0.0) { (sum: Double, d: Int) in
              sum + queries[i * width + h * size + d] * keysValues[2 * j * width + h * size + d]
            }
            return score / Double(size).squareRoot()
          })
        for d in 0..<size {
          output.append(keys.reduce(0) { $0 + weights[$1] * keysValues[(2 * $1 + 1) * width + h * size + d] })
        }
      }
    }
    return output
  }
}
