@testable import Learning

extension NaiveKernel {
  /// The output [rows x width] for qkv [rows x 3 width] and the links of each row, with bias [headCount x kindCount] and values
  /// [kindCount x width] by the kind of link.
  static func linkedAttention(
    _ shape: Kernel.LinkedAttentionShape, qkv: [Double], links: [[(end: Int, kind: Int)]], bias: [Double],
    values: [Double]
  ) -> [Double] {
    let (width, size) = (shape.width, shape.headWidth)
    var output = [Double](repeating: 0, count: links.count * width)
    for (row, own) in links.enumerated() where !own.isEmpty {
      for h in 0..<shape.headCount {
        func element(_ row: Int, part: Int, _ d: Int) -> Double {
          qkv[row * 3 * width + part * width + h * size + d]
        }
        let weights = softmax(
          own.map { link in
            (0..<size).reduce(0) { $0 + element(row, part: 0, $1) * element(link.end, part: 1, $1) }
              / Double(size).squareRoot() + bias[h * shape.kindCount + link.kind]
          })
        for (weight, link) in zip(weights, own) {
          for d in 0..<size {
            let value = element(link.end, part: 2, d) + values[link.kind * width + h * size + d]
            output[row * width + h * size + d] += weight * value
          }
        }
      }
    }
    return output
  }
}
