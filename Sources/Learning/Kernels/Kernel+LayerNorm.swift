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
      chunks(width, { sum += csimd_load(row + $0) }, { sum += csimd_load_first(row + $0, $1) })
      let center = csimd_sum(sum) / divisor
      let centers = csimd_broadcast(center)

      var squares = csimd_broadcast(0)
      chunks(
        width,
        {
          let d = csimd_load(row + $0) - centers
          squares = csimd_fma(d, d, squares)
        },
        {
          let d = csimd_first($1, csimd_load_first(row + $0, $1) - centers, csimd_broadcast(0))
          squares = csimd_fma(d, d, squares)
        })
      let inverse = 1 / (csimd_sum(squares) / divisor + epsilon).squareRoot()
      let inverses = csimd_broadcast(inverse)
      mean[r] = center
      inverseDeviation[r] = inverse

      let out = y + r * width
      chunks(
        width,
        {
          let normal = (csimd_load(row + $0) - centers) * inverses
          csimd_store(out + $0, csimd_fma(normal, csimd_load(scale + $0), csimd_load(shift + $0)))
        },
        {
          let normal = (csimd_load_first(row + $0, $1) - centers) * inverses
          let scaled = csimd_fma(normal, csimd_load_first(scale + $0, $1), csimd_load_first(shift + $0, $1))
          csimd_store_first(out + $0, $1, scaled)
        })
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
      chunks(
        width,
        {
          let d = csimd_load(dy + $0)
          let normal = (csimd_load(row + $0) - centers) * inverses
          let g = d * csimd_load(scale + $0)
          sum += g
          product = csimd_fma(g, normal, product)
          csimd_store(scaleGradient + $0, csimd_fma(d, normal, csimd_load(scaleGradient + $0)))
          csimd_store(shiftGradient + $0, csimd_load(shiftGradient + $0) + d)
        },
        {
          let d = csimd_load_first(dy + $0, $1)
          let normal = (csimd_load_first(row + $0, $1) - centers) * inverses
          let g = d * csimd_load_first(scale + $0, $1)
          sum += g
          product = csimd_fma(g, normal, product)
          let scaleSum = csimd_fma(d, normal, csimd_load_first(scaleGradient + $0, $1))
          csimd_store_first(scaleGradient + $0, $1, scaleSum)
          csimd_store_first(shiftGradient + $0, $1, csimd_load_first(shiftGradient + $0, $1) + d)
        })
      let means = csimd_broadcast(csimd_sum(sum) / divisor)
      let projections = csimd_broadcast(csimd_sum(product) / divisor)

      let dx = inputGradient + r * width
      chunks(
        width,
        {
          let normal = (csimd_load(row + $0) - centers) * inverses
          let g = csimd_load(dy + $0) * csimd_load(scale + $0)
          let gradient = csimd_fma(-normal, projections, g - means) * inverses
          csimd_store(dx + $0, accumulates ? csimd_load(dx + $0) + gradient : gradient)
        },
        {
          let normal = (csimd_load_first(row + $0, $1) - centers) * inverses
          let g = csimd_load_first(dy + $0, $1) * csimd_load_first(scale + $0, $1)
          let gradient = csimd_fma(-normal, projections, g - means) * inverses
          csimd_store_first(dx + $0, $1, accumulates ? csimd_load_first(dx + $0, $1) + gradient : gradient)
        })
    }
  }

  /// Visits a row 16 elements at a time: `whole(offset)`, and for the last, shorter chunk `rest(offset, count)`.
  @inline(__always)
  private static func chunks(_ width: Int, _ whole: (Int) -> Void, _ rest: (Int, Int32) -> Void) {
    var offset = 0
    while offset + 16 <= width {
      whole(offset)
      offset += 16
    }
    if offset < width { rest(offset, Int32(width - offset)) }
  }
}
