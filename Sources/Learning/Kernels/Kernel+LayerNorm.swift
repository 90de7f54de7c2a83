import CSIMD

/// Layer norm over the last axis: y = (x - mean) / deviation * scale + shift, with the biased variance.
extension Kernel {
  /// `scale` and `shift` are [width]. Saves the mean and 1 / sqrt(variance + epsilon) of each row.
  static func layerNorm(
    _ x: UnsafePointer<Float>, scale: UnsafePointer<Float>, shift: UnsafePointer<Float>, epsilon: Float,
    rows: Int, width: Int, into y: UnsafeMutablePointer<Float>,
    mean: UnsafeMutablePointer<Float>, inverseDeviation: UnsafeMutablePointer<Float>
  ) {
    let divisor = Float(width)
    let (whole, rest) = (width & ~15, Int32(width & 15))
    for r in 0..<rows {
      let (row, out) = (x + r * width, y + r * width)
      var sum = csimd_broadcast(0)
      for i in stride(from: 0, to: whole, by: 16) { sum += csimd_load(row + i) }
      if rest > 0 { sum += csimd_load_first(row + whole, rest) }
      let center = csimd_sum(sum) / divisor
      let centers = csimd_broadcast(center)

      var squares = csimd_broadcast(0)
      for i in stride(from: 0, to: whole, by: 16) {
        let d = csimd_load(row + i) - centers
        squares = csimd_fma(d, d, squares)
      }
      if rest > 0 {
        let d = csimd_first(rest, csimd_load_first(row + whole, rest) - centers, csimd_broadcast(0))
        squares = csimd_fma(d, d, squares)
      }
      let inverse = 1 / (csimd_sum(squares) / divisor + epsilon).squareRoot()
      let inverses = csimd_broadcast(inverse)
      mean[r] = center
      inverseDeviation[r] = inverse

      /// Of up to 16 elements.
      @inline(__always)
      func normalize(_ i: Int, _ lanes: Int32) {
        let normal = (load(row + i, lanes) - centers) * inverses
        store(csimd_fma(normal, load(scale + i, lanes), load(shift + i, lanes)), out + i, lanes)
      }
      for i in stride(from: 0, to: whole, by: 16) { normalize(i, 16) }
      if rest > 0 { normalize(whole, rest) }
    }
  }

  /// Writes `inputGradient`, or adds to it; adds to `scaleGradient` and `shiftGradient`, rows in order. With
  /// n = (x - mean) / deviation and g = dy scale: dx = (g - mean(g) - n mean(g n)) / deviation. Where it is written,
  /// `inputGradient` may be `outputGradient`.
  static func layerNormBackward(
    x: UnsafePointer<Float>, scale: UnsafePointer<Float>, mean: UnsafePointer<Float>,
    inverseDeviation: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>, rows: Int, width: Int,
    inputGradient: UnsafeMutablePointer<Float>, accumulates: Bool, scaleGradient: UnsafeMutablePointer<Float>,
    shiftGradient: UnsafeMutablePointer<Float>
  ) {
    let divisor = Float(width)
    let (whole, rest) = (width & ~15, Int32(width & 15))
    for r in 0..<rows {
      let (row, dy, dx) = (x + r * width, outputGradient + r * width, inputGradient + r * width)
      let centers = csimd_broadcast(mean[r])
      let inverses = csimd_broadcast(inverseDeviation[r])
      var sum = csimd_broadcast(0)
      var product = csimd_broadcast(0)

      /// Of up to 16 elements: a call with its vectors in memory would take longer than they do.
      @inline(__always)
      func gather(_ i: Int, _ lanes: Int32) {
        let d = load(dy + i, lanes)
        let normal = (load(row + i, lanes) - centers) * inverses
        let g = d * load(scale + i, lanes)
        sum += g
        product = csimd_fma(g, normal, product)
        store(csimd_fma(d, normal, load(scaleGradient + i, lanes)), scaleGradient + i, lanes)
        store(load(shiftGradient + i, lanes) + d, shiftGradient + i, lanes)
      }
      for i in stride(from: 0, to: whole, by: 16) { gather(i, 16) }
      if rest > 0 { gather(whole, rest) }
      let means = csimd_broadcast(csimd_sum(sum) / divisor)
      let projections = csimd_broadcast(csimd_sum(product) / divisor)

      @inline(__always)
      func finish(_ i: Int, _ lanes: Int32) {
        let normal = (load(row + i, lanes) - centers) * inverses
        let g = load(dy + i, lanes) * load(scale + i, lanes)
        let gradient = csimd_fma(-normal, projections, g - means) * inverses
        store(accumulates ? load(dx + i, lanes) + gradient : gradient, dx + i, lanes)
      }
      for i in stride(from: 0, to: whole, by: 16) { finish(i, 16) }
      if rest > 0 { finish(whole, rest) }
    }
  }

  /// The first `lanes` elements, zeros after them.
  @inline(__always)
  private static func load(_ from: UnsafePointer<Float>, _ lanes: Int32) -> Lanes {
    lanes == 16 ? csimd_load(from) : csimd_load_first(from, lanes)
  }

  @inline(__always)
  private static func store(_ x: Lanes, _ to: UnsafeMutablePointer<Float>, _ lanes: Int32) {
    if lanes == 16 { csimd_store(to, x) } else { csimd_store_first(to, lanes, x) }
  }
}
