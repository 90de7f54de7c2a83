import CSIMD

/// Multi-head attention over ragged sequences packed one after another, one (sequence, head) at a time: its scores never
/// leave the cache, and lanes run over the keys.
extension Kernel {
  struct AttentionShape {
    var headCount: Int
    var headWidth: Int
    /// A query sees only the keys at or before it.
    var isCausal: Bool

    /// The columns of the output; q, k and v have as many each.
    var width: Int { headCount * headWidth }
  }

  /// Queries whose scores are held at once: with 256 keys their scores and gradients are 128 KiB, within the
  /// second-level cache.
  private static let queryBlock = 64

  /// The floats of scratch that one worker needs for sequences of at most `longest` rows.
  static func attentionScratchCount(_ shape: AttentionShape, longest: Int) -> Int {
    AttentionScratch.count(shape, longest: longest)
  }

  /// qkv [rows x 3 width] is q | k | v, head h in columns h headWidth ..< (h + 1) headWidth of each; sequence s has the
  /// rows starts[s] ..< starts[s + 1]. keyMask [rows] is 0 where a key may not be attended to (nil: all may).
  /// Scores are scaled by 1 / sqrt(headWidth). A query without any key gives zeros.
  /// Writes output [rows x width], and logSumExp [rows x headCount] for the backward pass.
  static func attention(
    _ shape: AttentionShape, qkv: UnsafePointer<Float>, starts: UnsafePointer<Int32>, sequenceCount: Int,
    keyMask: UnsafePointer<UInt8>?, output: UnsafeMutablePointer<Float>, logSumExp: UnsafeMutablePointer<Float>,
    scratch: UnsafeMutablePointer<Float>
  ) {
    let qkvStride = 3 * shape.width
    for s in 0..<sequenceCount {
      let first = Int(starts[s])
      let length = Int(starts[s + 1]) - first
      let scratch = AttentionScratch(scratch, shape, length: length)
      scratch.fillKeyBias(keyMask.map { $0 + first })
      for h in 0..<shape.headCount {
        let q = qkv + first * qkvStride + h * shape.headWidth
        let k = q + shape.width
        let v = k + shape.width
        let out = output + first * shape.width + h * shape.headWidth
        let logSums = logSumExp + first * shape.headCount + h
        scratch.fillKeys(k, rowStride: qkvStride)
        for i in stride(from: 0, to: length, by: queryBlock) {
          let count = min(queryBlock, length - i)
          let keyCount = shape.isCausal ? i + count : length
          multiply(
            MatrixView(base: q + i * qkvStride, rowStride: qkvStride, columnStride: 1),
            rowMajor: scratch.keys, bStride: scratch.stride, into: scratch.scores, cStride: scratch.stride,
            rows: count, depth: shape.headWidth, columns: paddedToLanes(keyCount), start: .zero)
          softmax(shape, scratch, firstQuery: i, count: count, keyCount: keyCount, logSums + i * shape.headCount)
          multiply(
            MatrixView(base: scratch.scores, rowStride: scratch.stride, columnStride: 1),
            rowMajor: v, bStride: qkvStride, into: out + i * shape.width, cStride: shape.width,
            rows: count, depth: keyCount, columns: shape.headWidth, start: .zero)
        }
      }
    }
  }

  /// Writes whole rows of qkvGradient [rows x 3 width]. The scores are recomputed from qkv and logSumExp.
  static func attentionBackward(
    _ shape: AttentionShape, qkv: UnsafePointer<Float>, output: UnsafePointer<Float>,
    logSumExp: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>, starts: UnsafePointer<Int32>,
    sequenceCount: Int, keyMask: UnsafePointer<UInt8>?, qkvGradient: UnsafeMutablePointer<Float>,
    scratch: UnsafeMutablePointer<Float>
  ) {
    let width = shape.width
    let qkvStride = 3 * width
    for s in 0..<sequenceCount {
      let first = Int(starts[s])
      let length = Int(starts[s + 1]) - first
      let scratch = AttentionScratch(scratch, shape, length: length)
      scratch.fillKeyBias(keyMask.map { $0 + first })
      for h in 0..<shape.headCount {
        let offset = h * shape.headWidth
        let q = qkv + first * qkvStride + offset
        let k = q + width
        let dq = qkvGradient + first * qkvStride + offset
        let dk = dq + width
        let dv = dk + width
        let out = output + first * width + offset
        let dOut = outputGradient + first * width + offset
        let logSums = logSumExp + first * shape.headCount + h
        scratch.fillKeys(k, rowStride: qkvStride)
        scratch.fillValues(k + width, rowStride: qkvStride)
        var begun = 0  // the keys whose gradients already hold a sum
        for i in stride(from: 0, to: length, by: queryBlock) {
          let count = min(queryBlock, length - i)
          let keyCount = shape.isCausal ? i + count : length
          multiply(
            MatrixView(base: q + i * qkvStride, rowStride: qkvStride, columnStride: 1),
            rowMajor: scratch.keys, bStride: scratch.stride, into: scratch.scores, cStride: scratch.stride,
            rows: count, depth: shape.headWidth, columns: paddedToLanes(keyCount), start: .zero)
          multiply(
            MatrixView(base: dOut + i * width, rowStride: width, columnStride: 1),
            rowMajor: scratch.values, bStride: scratch.stride, into: scratch.gradients, cStride: scratch.stride,
            rows: count, depth: shape.headWidth, columns: paddedToLanes(keyCount), start: .zero)
          softmaxBackward(
            shape, scratch, firstQuery: i, count: count, keyCount: keyCount, logSums + i * shape.headCount,
            out + i * width, dOut + i * width)
          multiply(
            MatrixView(base: scratch.gradients, rowStride: scratch.stride, columnStride: 1),
            rowMajor: k, bStride: qkvStride, into: dq + i * qkvStride, cStride: qkvStride,
            rows: count, depth: keyCount, columns: shape.headWidth, start: .zero)
          // Keys seen for the first time start at zero, the others go on.
          func addKeyGradients(_ keys: Range<Int>, _ start: Start) {
            multiply(
              MatrixView(base: scratch.gradients + keys.lowerBound, rowStride: 1, columnStride: scratch.stride),
              rowMajor: q + i * qkvStride, bStride: qkvStride, into: dk + keys.lowerBound * qkvStride,
              cStride: qkvStride, rows: keys.count, depth: count, columns: shape.headWidth, start: start)
            multiply(
              MatrixView(base: scratch.scores + keys.lowerBound, rowStride: 1, columnStride: scratch.stride),
              rowMajor: dOut + i * width, bStride: width, into: dv + keys.lowerBound * qkvStride,
              cStride: qkvStride, rows: keys.count, depth: count, columns: shape.headWidth, start: start)
          }
          addKeyGradients(0..<begun, .accumulate)
          addKeyGradients(begun..<keyCount, .zero)
          begun = keyCount
        }
      }
    }
  }

  /// Scores become weights, row by row: t = score / sqrt(headWidth) + bias, weight = e^(t - max) / sum.
  private static func softmax(
    _ shape: AttentionShape, _ scratch: AttentionScratch, firstQuery: Int, count: Int, keyCount: Int,
    _ logSums: UnsafeMutablePointer<Float>
  ) {
    let scale = csimd_broadcast(1 / Float(shape.headWidth).squareRoot())
    let lowest = csimd_broadcast(-.infinity)
    for i in 0..<count {
      let row = scratch.scores + i * scratch.stride
      let seen = shape.isCausal ? firstQuery + i + 1 : keyCount
      var largest = lowest
      for j in stride(from: 0, to: seen, by: 16) {
        let t = csimd_fma(csimd_load(row + j), scale, csimd_load(scratch.keyBias + j))
        let shown = csimd_first(Int32(truncatingIfNeeded: seen - j), t, lowest)
        csimd_store(row + j, shown)
        largest = csimd_max(largest, shown)
      }
      let maximum = csimd_largest(largest)
      // A query without any key: shifted by plus infinity, every weight is e^(-infinity) = 0.
      let shift = csimd_broadcast(maximum == -.infinity ? .infinity : maximum)
      var sums = csimd_broadcast(0)
      for j in stride(from: 0, to: seen, by: 16) {
        let e = csimd_exp(csimd_load(row + j) - shift)
        csimd_store(row + j, e)
        sums += e
      }
      let sum = csimd_sum(sums)
      let factor = csimd_broadcast(sum > 0 ? 1 / sum : 0)
      for j in stride(from: 0, to: seen, by: 16) { csimd_store(row + j, csimd_load(row + j) * factor) }
      for j in stride(from: paddedToLanes(seen), to: paddedToLanes(keyCount), by: 16) {
        csimd_store(row + j, csimd_broadcast(0))
      }
      logSums[i * shape.headCount] = maximum + csimd_log(csimd_broadcast(sum))[0]
    }
  }

  /// Recomputes the weights into `scores`, and turns `gradients` (dOut . v for each key) into the scores' gradient:
  /// weight (dOut . v - dOut . out) / sqrt(headWidth).
  private static func softmaxBackward(
    _ shape: AttentionShape, _ scratch: AttentionScratch, firstQuery: Int, count: Int, keyCount: Int,
    _ logSums: UnsafePointer<Float>, _ out: UnsafePointer<Float>, _ dOut: UnsafePointer<Float>
  ) {
    let scale = csimd_broadcast(1 / Float(shape.headWidth).squareRoot())
    let lowest = csimd_broadcast(-.infinity)
    for i in 0..<count {
      let row = scratch.scores + i * scratch.stride
      let gradient = scratch.gradients + i * scratch.stride
      let seen = shape.isCausal ? firstQuery + i + 1 : keyCount
      var products = csimd_broadcast(0)
      for d in stride(from: 0, to: shape.headWidth, by: 16) {
        let lanes = Int32(min(16, shape.headWidth - d))
        let o = csimd_load_first(out + i * shape.width + d, lanes)
        products = csimd_fma(o, csimd_load_first(dOut + i * shape.width + d, lanes), products)
      }
      let projection = csimd_broadcast(csimd_sum(products))
      let logSum = logSums[i * shape.headCount]
      let shift = csimd_broadcast(logSum == -.infinity ? .infinity : logSum)
      for j in stride(from: 0, to: seen, by: 16) {
        let t = csimd_fma(csimd_load(row + j), scale, csimd_load(scratch.keyBias + j))
        let weight = csimd_exp(csimd_first(Int32(truncatingIfNeeded: seen - j), t, lowest) - shift)
        csimd_store(row + j, weight)
        csimd_store(gradient + j, (csimd_load(gradient + j) - projection) * (weight * scale))
      }
      for j in stride(from: paddedToLanes(seen), to: paddedToLanes(keyCount), by: 16) {
        csimd_store(row + j, csimd_broadcast(0))
        csimd_store(gradient + j, csimd_broadcast(0))
      }
    }
  }

  @inline(__always)
  private static func paddedToLanes(_ count: Int) -> Int { (count + 15) & ~15 }

  /// The scratch of one sequence, cut into its parts. All rows are `stride` floats long: the keys padded to whole lanes.
  private struct AttentionScratch {
    /// [headWidth x stride] each: one head's keys and values, transposed.
    let keys, values: UnsafeMutablePointer<Float>
    /// [stride]: 0 for a key that may be attended to, minus infinity for a masked or padding one.
    let keyBias: UnsafeMutablePointer<Float>
    /// [queryBlock x stride] each.
    let scores, gradients: UnsafeMutablePointer<Float>
    let stride: Int
    let length: Int
    let headWidth: Int

    static func count(_ shape: AttentionShape, longest: Int) -> Int {
      (2 * shape.headWidth + 1 + 2 * min(queryBlock, longest)) * paddedToLanes(longest)
    }

    init(_ base: UnsafeMutablePointer<Float>, _ shape: AttentionShape, length: Int) {
      stride = paddedToLanes(length)
      self.length = length
      headWidth = shape.headWidth
      keys = base
      values = keys + headWidth * stride
      keyBias = values + headWidth * stride
      scores = keyBias + stride
      gradients = scores + min(queryBlock, length) * stride
    }

    func fillKeyBias(_ mask: UnsafePointer<UInt8>?) {
      for j in 0..<length { keyBias[j] = (mask?[j] ?? 1) == 0 ? -.infinity : 0 }
      for j in length..<stride { keyBias[j] = -.infinity }
    }

    func fillKeys(_ k: UnsafePointer<Float>, rowStride: Int) {
      transpose(
        k, rowStride: rowStride, rows: length, columns: headWidth, into: keys, toStride: stride, paddedRows: stride)
    }

    func fillValues(_ v: UnsafePointer<Float>, rowStride: Int) {
      transpose(
        v, rowStride: rowStride, rows: length, columns: headWidth, into: values, toStride: stride, paddedRows: stride)
    }
  }
}
