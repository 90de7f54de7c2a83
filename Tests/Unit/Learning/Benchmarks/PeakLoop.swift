import CSIMD

/// The most fused multiply-adds that one core can do: chains that never leave the registers, as many as a tile of the
/// matrix product has.
enum PeakLoop {
  /// GFLOP/s, two operations each.
  static func gigaflops() -> Double {
    let (rows, vectors) = (Int(CSIMD_TILE_ROWS), Int(CSIMD_TILE_VECTORS))
    let steps = 20_000
    var kept = csimd_broadcast(0)
    let seconds = KernelTiming.shortest {
      kept += rows * vectors == 16 ? Chains<16>.run(steps) : Chains<6>.run(steps)
    }
    precondition(csimd_sum(kept).isFinite, "The loop was to stay near 1.")
    return Double(2 * 16 * (rows * vectors == 16 ? 16 : 6) * steps) / seconds * 1e-9
  }

  private enum Chains<let count: Int> {
    @inline(never)
    static func run(_ steps: Int) -> csimd_float16 {
      let (factor, term) = (csimd_broadcast(0.5), csimd_broadcast(Float(steps) * 1e-5))
      var sums = InlineArray<count, csimd_float16>(repeating: term)
      for i in 0..<count { sums[i] += csimd_broadcast(Float(i)) }
      for _ in 0..<steps {
        for i in 0..<count { sums[i] = csimd_fma(sums[i], factor, term) }
      }
      var sum = sums[0]
      for i in 1..<count { sum += sums[i] }
      return sum
    }
  }
}
