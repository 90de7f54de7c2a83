import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training
@testable import Learning

/// Not a test of every day: tools/kernel-bench asks for it.
@Suite(.enabled(if: !KernelWorkload.wanted.isEmpty, "Timed only on demand: tools/kernel-bench"))
struct KernelBenchmarks {
  @Test func noKernelIsFasterThanThePeakNorSlowerThanItsNaiveTwin() {
    var timings: [KernelTiming] = []
    var peak = PeakLoop.gigaflops()
    for workload in KernelWorkload.wanted {
      timings += KernelBench(workload).timings()
      peak = max(peak, PeakLoop.gigaflops())  // the machine may have been busy
    }
    print(KernelTiming.heading)
    for timing in timings { print(timing.row(peak: peak)) }
    print("| | peak: fused multiply-adds in registers, one core | | | | \(Int(peak)) | 100 | |")
    for timing in timings {
      // A tenth more than the peak is a miscount, and not a clock that changed between two measurements.
      #expect((timing.gigaflops ?? 0) < 1.1 * peak, "\(timing)")
      #expect((timing.naiveSeconds ?? .infinity) > timing.seconds, "\(timing)")
    }
  }
}
