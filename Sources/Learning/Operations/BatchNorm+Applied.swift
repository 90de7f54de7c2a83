extension BatchNorm {
  struct Applied: Operation {
    let norm: BatchNorm
    let input: Int
    let output: Int

    var inputs: [Int] { [input] }

    func appendForward(to builder: inout ProgramBuilder) -> [Int] {
      guard builder.needsGradients else {
        builder.forward.append(Normalize(norm: norm, input: input, output: output))
        return []
      }
      let width = norm.shift.count
      let (mean, inverseDeviation) = (
        builder.addBuffer(rows: .one, width: width), builder.addBuffer(rows: .one, width: width)
      )
      builder.forward.append(
        Forward(norm: norm, input: input, output: output, mean: mean, inverseDeviation: inverseDeviation))
      return [mean, inverseDeviation]
    }

    func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder) {
      builder.contribute(to: input) {
        Backward(
          norm: norm, input: input, mean: saved[0], inverseDeviation: saved[1], outputGradient: gradient,
          inputGradient: $0)
      }
    }
  }

  /// By the batch's own statistics, which it leaves for the trainer.
  struct Forward: Instruction {
    let norm: BatchNorm
    let input: Int
    let output: Int
    let mean: Int
    let inverseDeviation: Int

    var buffers: [Int] { [input, output, mean, inverseDeviation] }
    var kind: String { "batch norm" }

    func run(by executor: Executor, on batch: Batch) {
      let left = norm.statistics(of: executor)
      Kernel.batchNorm(
        executor[input], scale: norm.scale.map { executor.value(of: $0) }, shift: executor.value(of: norm.shift),
        epsilon: Float(norm.rule.epsilon), rows: executor.rows(input, batch), width: norm.shift.count,
        isUnbiased: norm.rule.isUnbiased, into: executor[output], mean: executor[mean], variance: left.variance,
        inverseDeviation: executor[inverseDeviation])
      left.mean.update(from: executor[mean], count: norm.mean.count)
    }
  }

  /// By the running statistics.
  struct Normalize: Instruction {
    let norm: BatchNorm
    let input: Int
    let output: Int

    var buffers: [Int] { [input, output] }
    var kind: String { "batch norm" }

    func run(by executor: Executor, on batch: Batch) {
      let kept = norm.statistics(of: executor)
      Kernel.normalize(
        executor[input], mean: kept.mean, variance: kept.variance, scale: norm.scale.map { executor.value(of: $0) },
        shift: executor.value(of: norm.shift), epsilon: Float(norm.rule.epsilon), rows: executor.rows(input, batch),
        width: norm.shift.count, into: executor[output])
    }
  }

  struct Backward: Instruction {
    let norm: BatchNorm
    let input: Int
    let mean: Int
    let inverseDeviation: Int
    let outputGradient: Int
    let inputGradient: Int

    var buffers: [Int] { [input, mean, inverseDeviation, outputGradient, inputGradient] }
    var kind: String { "batch norm, back" }

    func run(by executor: Executor, on batch: Batch) {
      Kernel.batchNormBackward(
        x: executor[input], scale: norm.scale.map { executor.value(of: $0) }, mean: executor[mean],
        inverseDeviation: executor[inverseDeviation], outputGradient: executor[outputGradient],
        rows: executor.rows(input, batch), width: norm.shift.count, inputGradient: executor[inputGradient],
        scaleGradient: norm.scale.map { executor.gradient(of: $0) }, shiftGradient: executor.gradient(of: norm.shift))
    }
  }

  private func statistics(
    of executor: Executor
  ) -> (mean: UnsafeMutablePointer<Float>, variance: UnsafeMutablePointer<Float>) {
    guard let statistics = executor.statistics else {
      preconditionFailure("A model with batch norm is run with its statistics.")
    }
    return (statistics + mean.offset, statistics + variance.offset)
  }
}

extension Program {
  /// Those whose rows are the whole batch's: it is taken in one piece.
  var batchNorms: [BatchNorm] { forward.compactMap { ($0 as? BatchNorm.Forward)?.norm } }
}
