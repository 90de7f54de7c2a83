/// Multi-head attention within each sequence, of those tokens that are read.
struct Attend: Operation {
  let shape: Kernel.AttentionShape
  /// By distance from query to key; nil for none.
  let bias: Parameter?
  let queryKeyValue: Int
  let output: Int

  var inputs: [Int] { [queryKeyValue] }

  func appendForward(to builder: inout ProgramBuilder) -> [Int] {
    let logSumExp = builder.addBuffer(rows: builder.buffers[output].rows, width: shape.headCount)
    builder.forward.append(
      Forward(shape: shape, bias: bias, queryKeyValue: queryKeyValue, output: output, logSumExp: logSumExp))
    return [logSumExp]
  }

  func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder) {
    builder.contribute(to: queryKeyValue) {
      Backward(
        shape: shape, bias: bias, queryKeyValue: queryKeyValue, output: output, logSumExp: saved[0],
        outputGradient: gradient, inputGradient: $0)
    }
  }

  struct Forward: Instruction {
    let shape: Kernel.AttentionShape
    let bias: Parameter?
    let queryKeyValue: Int
    let output: Int
    let logSumExp: Int

    var buffers: [Int] { [queryKeyValue, output, logSumExp] }
    var kind: String { "attention" }
    var isCausal: Bool { shape.isCausal }

    func scratchCount(longest: Int) -> Int { Kernel.attentionScratchCount(shape, longest: longest) }

    func run(by executor: Executor, on batch: Batch) {
      if let cache = executor.cache {
        attendToKept(cache, by: executor, on: batch)
        if cache.length > 0 { return }
      }
      batch.withSequences { starts, keyMask, prefixes in
        Kernel.attention(
          shape, qkv: executor[queryKeyValue], starts: starts, sequenceCount: batch.sequenceCount, keyMask: keyMask,
          prefixes: prefixes, bias: bias.map { executor.value(of: $0) },
          lastQueries: executor.lastRowCount(of: output), output: executor[output], logSumExp: executor[logSumExp],
          scratch: executor.workspace.scratch.pointer)
      }
    }
  }

  struct Backward: Instruction {
    let shape: Kernel.AttentionShape
    let bias: Parameter?
    let queryKeyValue: Int
    let output: Int
    let logSumExp: Int
    let outputGradient: Int
    let inputGradient: Int

    var buffers: [Int] { [queryKeyValue, output, logSumExp, outputGradient, inputGradient] }
    var kind: String { "attention, back" }

    func run(by executor: Executor, on batch: Batch) {
      batch.withSequences { starts, keyMask, prefixes in
        Kernel.attentionBackward(
          shape, qkv: executor[queryKeyValue], output: executor[output], logSumExp: executor[logSumExp],
          outputGradient: executor[outputGradient], starts: starts, sequenceCount: batch.sequenceCount,
          keyMask: keyMask, prefixes: prefixes, bias: bias.map { executor.value(of: $0) },
          biasGradient: bias.map { executor.gradient(of: $0) }, lastQueries: executor.lastRowCount(of: output),
          qkvGradient: executor[inputGradient], scratch: executor.workspace.scratch.pointer)
      }
    }
  }
}

extension Executor {
  /// How many tokens of each sequence have rows, where not all do.
  fileprivate func lastRowCount(of buffer: Int) -> Int? {
    if case .last(let count) = program.buffers[buffer].rows { count } else { nil }
  }
}
