/// Turns recorded operations into instructions on buffers. Buffer `i` holds value `i`; what else is needed comes after.
struct ProgramBuilder {
  let operations: [Operation]
  let needsGradients: Bool
  var buffers: [Buffer]
  var forward: [Instruction] = []
  var backward: [Instruction] = []
  private(set) var packedWeights: [PackedWeight] = []
  private(set) var packedCount = 0

  /// By value: the buffer of its gradient, once something has contributed to it.
  var gradients: [Int?]
  /// Buffers that hold the gradient of more than one value, and so must not be overwritten.
  var isShared: Set<Int> = []
  /// By operation: what the forward step saved for the backward step.
  private(set) var saved: [[Int]] = []

  init(_ recorder: Recorder, needsGradients: Bool) {
    operations = recorder.operations
    buffers = recorder.shapes.map { Buffer(rows: $0.rows, width: $0.width) }
    gradients = Array(repeating: nil, count: buffers.count)
    self.needsGradients = needsGradients
  }

  mutating func addBuffer(rows: Rows, width: Int) -> Int {
    buffers.append(Buffer(rows: rows, width: width))
    return buffers.count - 1
  }

  mutating func addBuffer(like buffer: Int) -> Int {
    addBuffer(rows: buffers[buffer].rows, width: buffers[buffer].width)
  }

  mutating func buildForward() {
    for (index, operation) in operations.enumerated() {
      var kept: [Int] = []
      switch operation {
      case .embed(let embedding, let output):
        forward.append(.embed(embedding, output: output))
      case .addPositions(let input, let positions, let output):
        forward.append(.addPositions(input, positions, output: output))
      case .rotate(let input, let rotary, let output):
        forward.append(.rotate(input, rotary, output: output))
      case .linear(let input, let linear, let output):
        let weight = pack(linear.weight)
        if let sum = sum(after: index) {
          forward.append(.linear(input, weight, bias: linear.bias, addend: sum.addend, output: sum.output))
        } else {
          forward.append(.linear(input, weight, bias: linear.bias, addend: nil, output: output))
        }
      case .multiply(let input, let matrix, let isTransposed, let output):
        let weight = pack(matrix, isTransposed: isTransposed)
        forward.append(.multiply(input, weight, isTransposed: isTransposed, output: output))
      case .add(let left, let right, let output):
        if index > 0, sum(after: index - 1) != nil { break }  // already added
        forward.append(.add(left, right, output: output))
      case .activate(let activation, let input, let output):
        forward.append(.activate(activation, input, output: output))
      case .layerNorm(let input, let norm, let output):
        kept = [addBuffer(rows: buffers[input].rows, width: 1), addBuffer(rows: buffers[input].rows, width: 1)]
        forward.append(.layerNorm(input, norm, output: output, mean: kept[0], inverseDeviation: kept[1]))
      case .batchNorm(let input, let norm, let output):
        if needsGradients {
          kept = [addBuffer(rows: .one, width: norm.shift.count), addBuffer(rows: .one, width: norm.shift.count)]
          forward.append(.batchNorm(input, norm, output: output, mean: kept[0], inverseDeviation: kept[1]))
        } else {
          forward.append(.normalize(input, norm, output: output))
        }
      case .attention(let shape, let bias, let queryKeyValue, let output):
        kept = [addBuffer(rows: buffers[output].rows, width: shape.headCount)]
        forward.append(.attention(shape, bias: bias, queryKeyValue: queryKeyValue, output: output, logSumExp: kept[0]))
      case .linkedAttention(let shape, let bias, let values, let queryKeyValue, let output):
        kept = [addBuffer(rows: .tokens, width: shape.headCount)]
        forward.append(
          .linkedAttention(
            shape, bias: bias, values: values, queryKeyValue: queryKeyValue, output: output, logSumExp: kept[0]))
      case .crossAttention(let shape, let queries, let keysValues, let output):
        forward.append(.crossAttention(shape, queries: queries, keysValues: keysValues, output: output))
      case .pointer(let shape, let values, let output):
        forward.append(.pointer(shape, values, output: output))
      case .softmax(let input, let output):
        forward.append(.softmax(input, output: output))
      case .chooseLargest(let input, let output):
        forward.append(.chooseLargest(input, output: output))
      case .lastRows(let input, let output):
        forward.append(.lastRows(input, output: output))
      case .dropout(let dropout, let number, let input, let output):
        forward.append(.dropout(dropout, number: number, input, output: output))
      case .stopGradient(_, _, _, let input, let output):
        forward.append(.copy(input, to: output))
      case .multiHot(let output):
        forward.append(.multiHot(output: output))
      case .columns(let input, let first, let output):
        forward.append(.columns(input, first: first, output: output))
      case .join(let inputs, let output):
        forward.append(.join(inputs, output: output))
      case .fold(let input, let parts, let output):
        forward.append(.fold(input, parts: parts, output: output))
      case .affine(let input, let scale, let shift, let output):
        forward.append(.affine(input, scale: scale, shift: shift, output: output))
      }
      saved.append(kept)
    }
  }

  /// What is added to the output of a linear layer right behind it, where nobody else reads that output: the layer then
  /// adds it itself, and the output alone is never written.
  private func sum(after index: Int) -> (addend: Int, output: Int)? {
    guard case .linear(_, _, let output) = operations[index], index + 1 < operations.count,
      case .add(let left, let right, let sum) = operations[index + 1], (left == output) != (right == output),
      operations.count(where: { $0.inputs.contains(output) }) == 1
    else { return nil }
    return (left == output ? right : left, sum)
  }

  /// A layer applied twice (weights tied across depth) is packed once.
  mutating func pack(_ parameter: Parameter, isTransposed: Bool = false) -> PackedWeight {
    let place =
      packedWeights.firstIndex { $0.parameter == parameter }
      ?? {
        packedWeights.append(PackedWeight(parameter: parameter, forward: packedCount, backward: nil))
        packedCount += Kernel.packedCount(depth: parameter.rows, columns: parameter.columns)
        return packedWeights.count - 1
      }()
    if packedWeights[place].backward == nil, needsGradients || isTransposed {
      packedWeights[place].backward = packedCount
      packedCount += Kernel.packedCount(depth: parameter.columns, columns: parameter.rows)
    }
    return packedWeights[place]
  }
}
