import CSIMD

/// The logarithms of p(v) = g' softmax(logits)(v) + sum over pointers w of g(w) times the weights of those tokens whose id w
/// is v, with gates g that sum to one; one sequence at a time.
extension Kernel {
  /// No probability counts as smaller than this: its logarithm must stay a number. Far below what a softmax of logits that
  /// differ by 60 gives.
  static let leastProbability: Float = 0x1p-96

  /// What one sequence points with and at.
  struct Pointing {
    /// `[queryCount, pointerCount * width]`
    var queries: UnsafePointer<Float>
    var queryCount: Int
    /// `[keyCount, pointerCount * width]`
    var keys: UnsafePointer<Float>
    var keyCount: Int
    /// Of the first key's token; each token has `idsPerToken`, the first of which the pointers copy.
    var ids: UnsafePointer<Int32>
    var idsPerToken: Int
    /// `[queryCount, gateCount]`
    var gates: UnsafePointer<Float>
    /// `[queryCount, vocabulary]`
    var logits: UnsafePointer<Float>

    /// How many keys a query sees. The last query stands at the last key.
    func seen(_ query: Int, _ shape: PointerShape) -> Int {
      shape.isCausal ? keyCount - queryCount + query + 1 : keyCount
    }
  }

  /// Where the derivatives of `Pointing`'s numbers go: whole rows are written.
  struct PointingGradients {
    var queries: UnsafeMutablePointer<Float>
    var keys: UnsafeMutablePointer<Float>
    var gates: UnsafeMutablePointer<Float>
    var logits: UnsafeMutablePointer<Float>
  }

  /// Writes output [queryCount x vocabulary].
  static func pointer(
    _ shape: PointerShape, _ pointing: Pointing, output: UnsafeMutablePointer<Float>,
    scratch: UnsafeMutablePointer<Float>
  ) {
    let parts = PointerParts(shape, pointing, scratch)
    for query in 0..<pointing.queryCount {
      parts.weigh(query)
      let out = output + query * shape.vocabulary
      let generated = parts.gates[shape.pointerCount]
      for word in 0..<shape.vocabulary { out[word] = generated * parts.words[word] }
      for pointer in 0..<shape.pointerCount {
        let (weights, gate) = (parts.weights(pointer), parts.gates[pointer])
        for key in 0..<pointing.seen(query, shape) {
          out[parts.id(key, pointer)] += gate * weights[key]
        }
      }
      let least = csimd_broadcast(leastProbability)  // second, it would take the place of NaN
      for first in stride(from: 0, to: shape.vocabulary, by: 16) {
        let lanes = Int32(min(16, shape.vocabulary - first))
        csimd_store_first(out + first, lanes, csimd_log(csimd_max(least, csimd_load_first(out + first, lanes))))
      }
    }
  }

  /// `output` is what `pointer` wrote, outputGradient the derivative by it. Softmaxes are computed anew.
  static func pointerBackward(
    _ shape: PointerShape, _ pointing: Pointing, output: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>,
    gradients: PointingGradients, scratch: UnsafeMutablePointer<Float>
  ) {
    let parts = PointerParts(shape, pointing, scratch)
    let stride = shape.pointerCount * shape.width
    gradients.queries.update(repeating: 0, count: pointing.queryCount * stride)
    gradients.keys.update(repeating: 0, count: pointing.keyCount * stride)
    for query in 0..<pointing.queryCount {
      parts.weigh(query)
      let row = query * shape.vocabulary
      parts.findWordSlopes(output + row, outputGradient + row)
      let seen = pointing.seen(query, shape)
      for pointer in 0..<shape.pointerCount {
        let (weights, slopes) = (parts.weights(pointer), parts.slopes)
        parts.gateSlopes[pointer] = parts.copiedSlope(pointer, seen)
        for key in 0..<seen { slopes[key] = parts.gates[pointer] * parts.wordSlopes[parts.id(key, pointer)] }
        ShortRows.softmaxSlopes(weights, slopes, seen)
        let q = query * stride + pointer * shape.width
        for key in 0..<seen {
          let k = key * stride + pointer * shape.width
          let slope = slopes[key] * shape.scoreScale
          ShortRows.add(slope, pointing.keys + k, to: gradients.queries + q, shape.width)
          ShortRows.add(slope, pointing.queries + q, to: gradients.keys + k, shape.width)
        }
      }
      parts.finish(query, gradients)
    }
  }
}
