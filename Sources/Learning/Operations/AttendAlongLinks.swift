/// Multi-head attention of each token to those that its links lead to.
struct AttendAlongLinks: Operation {
  let shape: Kernel.LinkedAttentionShape
  let bias: Parameter
  let values: Parameter
  let queryKeyValue: Int
  let output: Int

  var inputs: [Int] { [queryKeyValue] }

  func appendForward(to builder: inout ProgramBuilder) -> [Int] {
    let logSumExp = builder.addBuffer(rows: .tokens, width: shape.headCount)
    builder.forward.append(Forward(attention: self, logSumExp: logSumExp))
    return [logSumExp]
  }

  func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder) {
    builder.contribute(to: queryKeyValue) {
      Backward(attention: self, logSumExp: saved[0], outputGradient: gradient, inputGradient: $0)
    }
  }

  struct Forward: Instruction {
    let attention: AttendAlongLinks
    let logSumExp: Int

    var buffers: [Int] { [attention.queryKeyValue, attention.output, logSumExp] }
    var kind: String { "linked attention" }
    var linkKindCount: Int? { attention.shape.kindCount }

    func scratchCount(longest: Int) -> Int { Kernel.linkedAttentionScratchCount(mostLinks: longest) }

    func run(by executor: Executor, on batch: Batch) {
      batch.withLinks { links in
        Kernel.linkedAttention(
          attention.shape, qkv: executor[attention.queryKeyValue], links: links, rows: batch.tokenCount,
          bias: executor.value(of: attention.bias), values: executor.value(of: attention.values),
          output: executor[attention.output], logSumExp: executor[logSumExp],
          scratch: executor.workspace.scratch.pointer)
      }
    }
  }

  struct Backward: Instruction {
    let attention: AttendAlongLinks
    let logSumExp: Int
    let outputGradient: Int
    let inputGradient: Int

    var buffers: [Int] { [attention.queryKeyValue, attention.output, logSumExp, outputGradient, inputGradient] }
    var kind: String { "linked attention, back" }

    func run(by executor: Executor, on batch: Batch) {
      batch.withLinks { links in
        Kernel.linkedAttentionBackward(
          attention.shape, qkv: executor[attention.queryKeyValue], output: executor[attention.output],
          logSumExp: executor[logSumExp], outputGradient: executor[outputGradient], links: links,
          rows: batch.tokenCount, bias: executor.value(of: attention.bias),
          values: executor.value(of: attention.values),
          biasGradient: executor.gradient(of: attention.bias), valueGradient: executor.gradient(of: attention.values),
          qkvGradient: executor[inputGradient], scratch: executor.workspace.scratch.pointer)
      }
    }
  }
}
