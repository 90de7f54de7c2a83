import CSIMD

/// Softmax and cross-entropy in one: the loss of logits against the class that was right.
extension Kernel {
  /// logits [rows x classCount]. The sum over rows of weight (log(sum of e^logit) - logit[class]), and of the weights;
  /// without weights each row counts once. Where asked for, gradient = weight (softmax - 1 at the class), which may be
  /// `logits`. Rows of weight 0 get zeros, whatever their logits. The caller guarantees that classes lie below classCount.
  static func crossEntropy(
    logits: UnsafePointer<Float>, classes: UnsafePointer<Int32>, weights: UnsafePointer<Float>?, rows: Int,
    classCount: Int, gradient: UnsafeMutablePointer<Float>?
  ) -> LossSum {
    var total = LossSum.zero
    for r in 0..<rows {
      let weight = weights?[r] ?? 1
      let row = logits + r * classCount
      let slope = gradient.map { $0 + r * classCount }
      if weight == 0 {
        slope?.update(repeating: 0, count: classCount)
        continue
      }
      let right = Int(classes[r])
      let logit = row[right]
      let maximum = largest(row, classCount)
      let sum = exponentials(row, classCount, minus: maximum, into: slope)
      // In this order, so that a confident answer's small loss keeps its digits.
      let loss = csimd_log(csimd_broadcast(sum))[0] + (maximum - logit)
      total.sum += Double(weight) * Double(loss)
      total.weight += Double(weight)
      if let slope {
        multiply(slope, classCount, by: weight / sum)
        slope[right] -= weight
      }
    }
    return total
  }

  /// targets [rows x classCount], none negative: how much each class is worth. The sum over rows and classes of
  /// target (log(sum of e^logit) - logit), and of the targets. Where asked for, gradient = (sum of the row's targets)
  /// softmax - target, which may be `logits`. Rows worth nothing get zeros, whatever their logits.
  static func softCrossEntropy(
    logits: UnsafePointer<Float>, targets: UnsafePointer<Float>, rows: Int, classCount: Int,
    gradient: UnsafeMutablePointer<Float>?
  ) -> LossSum {
    var total = LossSum.zero
    for r in 0..<rows {
      let (row, worth) = (logits + r * classCount, targets + r * classCount)
      let slope = gradient.map { $0 + r * classCount }
      let weight = sum(worth, classCount)
      if weight == 0 {
        slope?.update(repeating: 0, count: classCount)
        continue
      }
      let maximum = largest(row, classCount)
      let missed = sum(worth, classCount, timesLag: row, behind: maximum)  // before its place may be taken
      let sum = exponentials(row, classCount, minus: maximum, into: slope)
      total.sum += Double(weight) * Double(csimd_log(csimd_broadcast(sum))[0]) + Double(missed)
      total.weight += Double(weight)
      if let slope {
        multiply(slope, classCount, by: weight / sum)
        subtract(worth, classCount, from: slope)
      }
    }
    return total
  }

  @inline(__always)
  private static func sum(_ x: UnsafePointer<Float>, _ count: Int) -> Float {
    var sums = csimd_broadcast(0)
    for i in stride(from: 0, to: count, by: 16) { sums += csimd_load_first(x + i, Int32(min(16, count - i))) }
    return csimd_sum(sums)
  }

  /// The sum of x (maximum - y): what is worth nothing adds nothing.
  @inline(__always)
  private static func sum(
    _ x: UnsafePointer<Float>, _ count: Int, timesLag y: UnsafePointer<Float>, behind maximum: Float
  ) -> Float {
    let top = csimd_broadcast(maximum)
    var sums = csimd_broadcast(0)
    for i in stride(from: 0, to: count, by: 16) {
      let lanes = Int32(min(16, count - i))
      sums = csimd_fma(csimd_load_first(x + i, lanes), top - csimd_load_first(y + i, lanes), sums)
    }
    return csimd_sum(sums)
  }

  @inline(__always)
  private static func subtract(_ x: UnsafePointer<Float>, _ count: Int, from y: UnsafeMutablePointer<Float>) {
    for i in stride(from: 0, to: count, by: 16) {
      let lanes = Int32(min(16, count - i))
      csimd_store_first(y + i, lanes, csimd_load_first(y + i, lanes) - csimd_load_first(x + i, lanes))
    }
  }

  @inline(__always)
  private static func largest(_ x: UnsafePointer<Float>, _ count: Int) -> Float {
    let lowest = csimd_broadcast(-.infinity)
    var largest = lowest
    for i in stride(from: 0, to: count, by: 16) {
      let lanes = Int32(min(16, count - i))
      largest = csimd_max(largest, csimd_first(lanes, csimd_load_first(x + i, lanes), lowest))
    }
    return csimd_largest(largest)
  }

  /// The sum of e^(x - maximum); the powers themselves where asked for.
  @inline(__always)
  private static func exponentials(
    _ x: UnsafePointer<Float>, _ count: Int, minus maximum: Float, into y: UnsafeMutablePointer<Float>?
  ) -> Float {
    let shift = csimd_broadcast(maximum)
    var sums = csimd_broadcast(0)
    for i in stride(from: 0, to: count, by: 16) {
      let lanes = Int32(min(16, count - i))
      let power = csimd_first(lanes, csimd_exp(csimd_load_first(x + i, lanes) - shift), csimd_broadcast(0))
      if let y { csimd_store_first(y + i, lanes, power) }
      sums += power
    }
    return csimd_sum(sums)
  }

  @inline(__always)
  private static func multiply(_ x: UnsafeMutablePointer<Float>, _ count: Int, by factor: Float) {
    let factors = csimd_broadcast(factor)
    for i in stride(from: 0, to: count, by: 16) {
      let lanes = Int32(min(16, count - i))
      csimd_store_first(x + i, lanes, csimd_load_first(x + i, lanes) * factors)
    }
  }
}
