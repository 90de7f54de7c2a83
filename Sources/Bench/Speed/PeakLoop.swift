import CSIMD
import Dispatch
import Training

/// The most fused multiply-adds that this machine can do: chains that never leave the registers, as many as a tile of the
/// matrix product has.
package enum PeakLoop {
  /// GFLOP/s of one core, two operations each.
  package static func gigaflops() -> Double {
    let (rows, vectors) = (Int(CSIMD_TILE_ROWS), Int(CSIMD_TILE_VECTORS))
    let steps = 20_000
    var kept = csimd_broadcast(0)
    // The shortest of many runs, a tenth of a second in all: what the machine's other work cannot reach.
    var shortest = Double.infinity
    let clock = Stopwatch()
    while clock.seconds < 0.1 {
      let run = Stopwatch()
      kept += rows * vectors == 16 ? Chains<16>.run(steps) : Chains<6>.run(steps)
      shortest = min(shortest, run.seconds)
    }
    precondition(csimd_sum(kept).isFinite, "The loop was to stay small.")
    return Double(2 * 16 * (rows * vectors == 16 ? 16 : 6) * steps) / shortest * 1e-9
  }

  /// Of so many threads at the same time.
  package static func gigaflops(threads: Int) -> Double {
    guard threads > 1 else { return gigaflops() }
    var found = [Double](repeating: 0, count: threads)
    found.withUnsafeMutableBufferPointer { found in
      // Each thread writes a place of its own.
      nonisolated(unsafe) let places = found
      DispatchQueue.concurrentPerform(iterations: threads) { places[$0] = gigaflops() }
    }
    return found.reduce(0, +)
  }

  private enum Chains<let count: Int> {
    @inline(never)
    static func run(_ steps: Int) -> csimd_float16 {
      let (factor, term) = (csimd_broadcast(0.5), csimd_broadcast(Float(steps) * 1e-5))
      var sums = InlineArray<count, csimd_float16>(repeating: term)
      for i in 0..<count { sums[i] += csimd_broadcast(Float(i)) }
      for _ in 0..<steps {
        for i in 0..<count { sums[i] = csimd_fma(factor, term, sums[i]) }
      }
      var sum = sums[0]
      for i in 1..<count { sum += sums[i] }
      return sum
    }
  }
}
