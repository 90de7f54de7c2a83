import Foundation

@testable import Learning

extension NaiveKernel {
  /// The logarithms [queryCount x vocabulary] for queries and keys [rows x pointerCount width], ids [keyCount x
  /// idsPerToken], gates [queryCount x gateCount] and logits [queryCount x vocabulary] of one sequence.
  static func pointer(
    _ shape: Kernel.PointerShape, queries: [Double], keys: [Double], ids: [[Int32]], gates: [Double],
    logits: [Double]
  ) -> [Double] {
    let stride = shape.pointerCount * shape.width
    let queryCount = queries.count / stride
    return (0..<queryCount).flatMap { (query: Int) -> [Double] in
      let own = Array(gates[query * shape.gateCount..<(query + 1) * shape.gateCount])
      let shares = softmax(shape.gateCount == shape.pointerCount ? own + [0] : own)
      var words = softmax(Array(logits[query * shape.vocabulary..<(query + 1) * shape.vocabulary]))
        .map { $0 * shares[shape.pointerCount] }
      let seen = shape.isCausal ? ids.count - queryCount + query + 1 : ids.count
      for pointer in 0..<shape.pointerCount {
        let weights = softmax(
          (0..<seen).map { (key: Int) -> Double in
            let score = (0..<shape.width).reduce(0.0) { (sum: Double, d: Int) in
              sum + queries[query * stride + pointer * shape.width + d] * keys[key * stride + pointer * shape.width + d]
            }
            return score / Double(shape.width).squareRoot()
          })
        for key in 0..<seen { words[Int(ids[key][pointer])] += shares[pointer] * weights[key] }
      }
      return words.map { log($0) }
    }
  }
}
