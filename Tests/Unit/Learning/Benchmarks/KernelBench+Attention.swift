@testable import Learning

extension KernelBench {
  /// Two products a (query, key) pair forward; five backward, which computes the scores again.
  func attention() -> [KernelTiming] {
    let (rows, width, length) = (workload.rows, workload.width, workload.length)
    let (shape, starts) = (workload.attention, workload.starts)
    let (qkv, dOutput, dQKV) = (buffer(rows * 3 * width), buffer(rows * width, seed: 2), buffer(rows * 3 * width))
    let (output, logSumExp) = (buffer(rows * width), buffer(rows * workload.headCount))
    let scratch = buffer(Kernel.attentionScratchCount(shape, longest: length))
    let wide = Array(qkv.values.prefix(length * 3 * width)).wide
    let text = "\(workload.sequences) x \(length), \(shape.headCount) x \(shape.headWidth)"
    let product = 2 * workload.pairs * width
    return [
      timing(
        shape.isCausal ? "causal attention" : "attention", text, elements: rows * width, operations: 2 * product,
        naive: naive { NaiveKernel.attention(shape, qkv: wide, starts: [0, Int32(length)], keyMask: nil) }
      ) {
        Kernel.attention(
          shape, qkv: qkv.pointer, starts: starts, sequenceCount: workload.sequences, keyMask: nil,
          output: output.pointer, logSumExp: logSumExp.pointer, scratch: scratch.pointer)
      },
      timing("the same backward", text, elements: rows * 3 * width, operations: 5 * product) {
        Kernel.attentionBackward(
          shape, qkv: qkv.pointer, output: output.pointer, logSumExp: logSumExp.pointer,
          outputGradient: dOutput.pointer, starts: starts, sequenceCount: workload.sequences, keyMask: nil,
          qkvGradient: dQKV.pointer, scratch: scratch.pointer)
      },
    ]
  }
}
