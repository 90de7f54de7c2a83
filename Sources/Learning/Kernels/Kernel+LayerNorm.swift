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
    for r in 0..<rows {
      let row = x + r * width
      var sum = csimd_broadcast(0)
      for i in stride(from: 0, to: width, by: 16) { sum += load(row, i, width) }
      let center = csimd_sum(sum) / divisor
      let centers = csimd_broadcast(center)

      var squares = csimd_broadcast(0)
      for i in stride(from: 0, to: width, by: 16) {
        let d = within(load(row, i, width) - centers, i, width)
        squares = csimd_fma(d, d, squares)
      }
      let inverse = 1 / (csimd_sum(squares) / divisor + epsilon).squareRoot()
      let inverses = csimd_broadcast(inverse)
      mean[r] = center
      inverseDeviation[r] = inverse

      let out = y + r * width
      for i in stride(from: 0, to: width, by: 16) {
        let normal = (load(row, i, width) - centers) * inverses
        store(csimd_fma(normal, load(scale, i, width), load(shift, i, width)), out, i, width)
      }
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
    for r in 0..<rows {
      let row = x + r * width
      let dy = outputGradient + r * width
      let centers = csimd_broadcast(mean[r])
      let inverses = csimd_broadcast(inverseDeviation[r])
      var sum = csimd_broadcast(0)
      var product = csimd_broadcast(0)
      for i in stride(from: 0, to: width, by: 16) {
        let d = load(dy, i, width)
        let normal = (load(row, i, width) - centers) * inverses
        let g = d * load(scale, i, width)
        sum += g
        product = csimd_fma(g, normal, product)
        store(csimd_fma(d, normal, load(scaleGradient, i, width)), scaleGradient, i, width)
        store(load(shiftGradient, i, width) + d, shiftGradient, i, width)
      }
      let means = csimd_broadcast(csimd_sum(sum) / divisor)
      let projections = csimd_broadcast(csimd_sum(product) / divisor)

      let dx = inputGradient + r * width
      for i in stride(from: 0, to: width, by: 16) {
        let normal = (load(row, i, width) - centers) * inverses
        let g = load(dy, i, width) * load(scale, i, width)
        let gradient = csimd_fma(-normal, projections, g - means) * inverses
        store(accumulates ? load(dx, i, width) + gradient : gradient, dx, i, width)
      }
    }
  }

  /// Sixteen elements of a row from number `i` on; past its end, zeros.
  @inline(__always)
  private static func load(_ row: UnsafePointer<Float>, _ i: Int, _ width: Int) -> Lanes {
    i + 16 <= width ? csimd_load(row + i) : csimd_load_first(row + i, Int32(width - i))
  }

  /// These elements of a row; past its end, zeros.
  @inline(__always)
  private static func within(_ lanes: Lanes, _ i: Int, _ width: Int) -> Lanes {
    i + 16 <= width ? lanes : csimd_first(Int32(width - i), lanes, csimd_broadcast(0))
  }

  @inline(__always)
  private static func store(_ lanes: Lanes, _ row: UnsafeMutablePointer<Float>, _ i: Int, _ width: Int) {
    if i + 16 <= width { csimd_store(row + i, lanes) } else { csimd_store_first(row + i, Int32(width - i), lanes) }
  }
}
