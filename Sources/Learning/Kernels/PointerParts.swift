import CSIMD

/// What the pointers of one query are made of, in a worker's scratch.
struct PointerParts {
  let shape: Kernel.PointerShape
  let pointing: Kernel.Pointing
  private let keyRoom: Int
  private let pointerWeights: UnsafeMutablePointer<Float>
  /// `[keyCount]`
  let slopes: UnsafeMutablePointer<Float>
  /// `[vocabulary]`: the softmax of the query's logits.
  let words: UnsafeMutablePointer<Float>
  /// `[vocabulary]`: derivatives by the probabilities.
  let wordSlopes: UnsafeMutablePointer<Float>
  private let generatedSlopes: UnsafeMutablePointer<Float>
  /// `[pointerCount + 1]`: the last is the vocabulary's. They sum to one.
  let gates: UnsafeMutablePointer<Float>
  /// Derivatives by the gates.
  let gateSlopes: UnsafeMutablePointer<Float>

  init(_ shape: Kernel.PointerShape, _ pointing: Kernel.Pointing, _ scratch: UnsafeMutablePointer<Float>) {
    (self.shape, self.pointing) = (shape, pointing)
    keyRoom = (pointing.keyCount + 15) & ~15
    let wordRoom = (shape.vocabulary + 15) & ~15
    pointerWeights = scratch
    slopes = scratch + shape.pointerCount * keyRoom
    words = slopes + keyRoom
    wordSlopes = words + wordRoom
    generatedSlopes = wordSlopes + wordRoom
    gates = generatedSlopes + wordRoom
    gateSlopes = gates + ((shape.pointerCount + 16) & ~15)
  }

  func weights(_ pointer: Int) -> UnsafeMutablePointer<Float> { pointerWeights + pointer * keyRoom }

  /// The word that a pointer copies from a token.
  func id(_ key: Int, _ pointer: Int) -> Int { Int(pointing.ids[key * pointing.idsPerToken + pointer]) }

  /// All softmaxes of a query.
  func weigh(_ query: Int) {
    let stride = shape.pointerCount * shape.width
    let seen = pointing.seen(query, shape)
    for pointer in 0..<shape.pointerCount {
      let (q, weights) = (pointing.queries + query * stride + pointer * shape.width, weights(pointer))
      for key in 0..<seen {
        let k = pointing.keys + key * stride + pointer * shape.width
        weights[key] = ShortRows.dot(q, k, shape.width) * shape.scoreScale
      }
      ShortRows.softmax(weights, seen)
    }
    gates[shape.pointerCount] = 0
    gates.update(from: pointing.gates + query * shape.gateCount, count: shape.gateCount)
    ShortRows.softmax(gates, shape.pointerCount + 1)
    words.update(from: pointing.logits + query * shape.vocabulary, count: shape.vocabulary)
    ShortRows.softmax(words, shape.vocabulary)
  }

  /// Derivatives by probabilities, from those by their logarithms.
  func findWordSlopes(_ logarithms: UnsafePointer<Float>, _ gradient: UnsafePointer<Float>) {
    for first in stride(from: 0, to: shape.vocabulary, by: 16) {
      let lanes = Int32(min(16, shape.vocabulary - first))
      let inverse = csimd_exp(-csimd_load_first(logarithms + first, lanes))
      csimd_store_first(wordSlopes + first, lanes, csimd_load_first(gradient + first, lanes) * inverse)
    }
  }

  /// The derivative by a pointer's gate.
  func copiedSlope(_ pointer: Int, _ seen: Int) -> Float {
    var sum: Float = 0
    let weights = weights(pointer)
    for key in 0..<seen { sum += weights[key] * wordSlopes[id(key, pointer)] }
    return sum
  }

  /// Writes what the query's gates and logits contribute, once the pointers' gates have their derivatives.
  func finish(_ query: Int, _ gradients: Kernel.PointingGradients) {
    gateSlopes[shape.pointerCount] = ShortRows.dot(words, wordSlopes, shape.vocabulary)
    let generated = gates[shape.pointerCount]
    for word in 0..<shape.vocabulary { generatedSlopes[word] = generated * wordSlopes[word] }
    ShortRows.softmaxSlopes(words, generatedSlopes, shape.vocabulary)
    (gradients.logits + query * shape.vocabulary).update(from: generatedSlopes, count: shape.vocabulary)
    ShortRows.softmaxSlopes(gates, gateSlopes, shape.pointerCount + 1)
    (gradients.gates + query * shape.gateCount).update(from: gateSlopes, count: shape.gateCount)
  }
}
