@testable import Learning

/// Times the kernels of one workload, on as many sequences as go through the network together.
struct KernelBench {
  let workload: KernelWorkload

  init(_ workload: KernelWorkload) { self.workload = workload }

  func timings() -> [KernelTiming] { products() + attention() + norms() + elementwise() + optimizer() }

  func buffer(_ count: Int, seed: UInt64 = 1) -> FloatBuffer {
    var noise = Noise(seed)
    return FloatBuffer(noise.floats(count))
  }

  func timing(
    _ kernel: String, _ shape: String, elements: Int, operations: Int? = nil, naive: Double? = nil, _ body: () -> Void
  ) -> KernelTiming {
    KernelTiming(
      workload: workload.name, kernel: kernel, shape: shape, elements: elements,
      seconds: KernelTiming.shortest(body), operations: operations, naiveSeconds: naive)
  }

  /// What a naive twin takes for all rows, by its time for those of one sequence. The result is used, so that it is
  /// computed.
  func naive(_ body: () -> [Double]) -> Double {
    var sum = 0.0
    let seconds = KernelTiming.shortest { sum += body().first ?? 0 }
    precondition(sum.isFinite, "The naive twin gave \(sum).")
    return seconds * Double(workload.sequences)
  }
}
