/// `y = (x - mean) / sqrt(variance + epsilon) * scale + shift` over each row (Ba, Kiros and Hinton, 2016).
struct LayerNorm: Sendable {
  let scale: Parameter
  let shift: Parameter
  let epsilon: Float = 1e-5

  init(_ name: String, width: Int, in layout: inout ParameterLayout) {
    scale = layout.declare("\(name).scale", count: width, .ones)
    shift = layout.declare("\(name).shift", count: width, .zeros)
  }

  func callAsFunction(_ x: Value) -> Value {
    precondition(x.width == scale.count, "\(scale.name) takes \(scale.count) features, not \(x.width).")
    return x.recorder.record(rows: x.rows, width: x.width) {
      Applied(norm: self, input: x.id, output: $0)
    }
  }
}

extension LayerNorm {
  struct Applied: Operation {
    let norm: LayerNorm
    let input: Int
    let output: Int

    var inputs: [Int] { [input] }

    func appendForward(to builder: inout ProgramBuilder) -> [Int] {
      let rows = builder.buffers[input].rows
      let (mean, inverseDeviation) = (builder.addBuffer(rows: rows, width: 1), builder.addBuffer(rows: rows, width: 1))
      builder.forward.append(
        Forward(norm: norm, input: input, output: output, mean: mean, inverseDeviation: inverseDeviation))
      return [mean, inverseDeviation]
    }

    func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder) {
      builder.accumulate(into: input) {
        Backward(
          norm: norm, input: input, mean: saved[0], inverseDeviation: saved[1], outputGradient: gradient,
          inputGradient: $0, accumulates: $1)
      }
    }
  }

  struct Forward: Instruction {
    let norm: LayerNorm
    let input: Int
    let output: Int
    let mean: Int
    let inverseDeviation: Int

    var buffers: [Int] { [input, output, mean, inverseDeviation] }
    var kind: String { "layer norm" }

    func run(by executor: Executor, on batch: Batch) {
      Kernel.layerNorm(
        executor[input], scale: executor.value(of: norm.scale), shift: executor.value(of: norm.shift),
        epsilon: norm.epsilon, rows: executor.rows(input, batch), width: norm.scale.count, into: executor[output],
        mean: executor[mean], inverseDeviation: executor[inverseDeviation])
    }
  }

  struct Backward: Instruction {
    let norm: LayerNorm
    let input: Int
    let mean: Int
    let inverseDeviation: Int
    let outputGradient: Int
    let inputGradient: Int
    let accumulates: Bool

    var buffers: [Int] { [input, mean, inverseDeviation, outputGradient, inputGradient] }
    var kind: String { "layer norm, back" }

    func run(by executor: Executor, on batch: Batch) {
      Kernel.layerNormBackward(
        x: executor[input], scale: executor.value(of: norm.scale), mean: executor[mean],
        inverseDeviation: executor[inverseDeviation], outputGradient: executor[outputGradient],
        rows: executor.rows(input, batch), width: norm.scale.count, inputGradient: executor[inputGradient],
        accumulates: accumulates, scaleGradient: executor.gradient(of: norm.scale),
        shiftGradient: executor.gradient(of: norm.shift))
    }
  }
}
