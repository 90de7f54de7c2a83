import CSIMD

/// A softmax subtracts the largest score as `fma(score, scale, -shift)`, with shift the largest score's product with the
/// scale, rounded. All weights of a query are off by one common factor, e to what that rounding lost, and their sum takes
/// it away again. But where it lost 88 or more, every weight is zero or infinite; and a shift that has the logarithm of the
/// sum in it, as on the way back, has no room for that beside a large number.
enum LargeScores {
  /// From here on a float has no more than seven bits behind the point. Smaller scores are not touched; on the way back
  /// their weights are off by 2^-25 of the score, so by a 512th at most.
  static let bound: Float = 0x1p16

  static func areIn(_ shifts: Lanes) -> Bool { csimd_largest(csimd_abs(shifts)) >= bound }

  /// Where the shift of one of 16 queries is large, takes the largest score away from its scores before anything scales
  /// them. Returns the shifts of what is left, with which the weights sum to one; those of the others as they were.
  ///
  /// - Parameter scores: of `count` keys, `stride` floats apart; minus infinity where a query does not see a key.
  static func subtractLargest(
    from scores: UnsafeMutablePointer<Float>, stride: Int, count: Int, scale: Lanes, shift: Lanes
  ) -> Lanes {
    var largest = csimd_broadcast(-.infinity)
    for j in 0..<count { largest = csimd_max(largest, csimd_load(scores + j * stride)) }
    let (size, bound) = (csimd_abs(shift), csimd_broadcast(bound))
    let offset = csimd_where_less(size, bound, csimd_broadcast(0), largest)
    var sum = csimd_broadcast(0)
    for j in 0..<count {
      let rest = csimd_load(scores + j * stride) - offset
      csimd_store(scores + j * stride, rest)
      sum += csimd_exp(rest * scale)
    }
    return csimd_where_less(size, bound, shift, csimd_log(sum))
  }
}

extension Kernel.AttentionBlock {
  /// The same of the queries from `lane` on.
  func subtractLargest(from lane: Int, shift: Lanes) -> Lanes {
    let (seen, lowest) = (seen(from: lane), csimd_broadcast(-.infinity))
    for j in seen.byAll..<seen.bySome {
      let score = weights + (j * lanes + lane)
      if keyMask.map({ $0[j] == 0 }) ?? false {
        csimd_store(score, lowest)
      } else if shape.isCausal, j > firstQuery + lane, j >= prefix {
        csimd_store(score, csimd_first(Int32(truncatingIfNeeded: j - firstQuery - lane), lowest, csimd_load(score)))
      }
    }
    return LargeScores.subtractLargest(
      from: weights + lane, stride: lanes, count: seen.bySome, scale: csimd_broadcast(shape.scoreScale), shift: shift)
  }
}
