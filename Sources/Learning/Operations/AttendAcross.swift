/// Multi-head attention of the rows of one value to those of another, within each sequence.
struct AttendAcross: Operation, Instruction {
  let shape: Kernel.CrossAttentionShape
  let queries: Int
  let keysValues: Int
  let output: Int

  var inputs: [Int] { [queries, keysValues] }
  var kind: String { "cross attention" }

  func scratchCount(longest: Int) -> Int { Kernel.crossAttentionScratchCount(mostKeys: longest) }

  func run(by executor: Executor, on batch: Batch) {
    for sequence in 0..<batch.sequenceCount {
      let asking = executor.rows(of: sequence, queries, batch)
      let asked = executor.rows(of: sequence, keysValues, batch)
      Kernel.crossAttention(
        shape, queries: executor[queries] + asking.first * shape.width, queryCount: asking.count,
        keysValues: executor[keysValues] + asked.first * 2 * shape.width, keyCount: asked.count,
        output: executor[output] + asking.first * shape.width, scratch: executor.workspace.scratch.pointer)
    }
  }

  func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder) {
    builder.contribute(to: [queries, keysValues]) {
      Backward(
        shape: shape, queries: queries, keysValues: keysValues, outputGradient: gradient, queryGradient: $0[0],
        keyValueGradient: $0[1])
    }
  }

  struct Backward: Instruction {
    let shape: Kernel.CrossAttentionShape
    let queries: Int
    let keysValues: Int
    let outputGradient: Int
    let queryGradient: Int
    let keyValueGradient: Int

    var buffers: [Int] { [queries, keysValues, outputGradient, queryGradient, keyValueGradient] }
    var kind: String { "cross attention, back" }

    func run(by executor: Executor, on batch: Batch) {
      for sequence in 0..<batch.sequenceCount {
        let asking = executor.rows(of: sequence, queries, batch)
        let asked = executor.rows(of: sequence, keysValues, batch)
        let (query, key) = (asking.first * shape.width, asked.first * 2 * shape.width)
        Kernel.crossAttentionBackward(
          shape, queries: executor[queries] + query, queryCount: asking.count, keysValues: executor[keysValues] + key,
          keyCount: asked.count, outputGradient: executor[outputGradient] + query,
          queryGradient: executor[queryGradient] + query, keyValueGradient: executor[keyValueGradient] + key,
          scratch: executor.workspace.scratch.pointer)
      }
    }
  }
}
