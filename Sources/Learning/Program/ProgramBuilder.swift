/// Turns recorded operations into instructions on buffers. Buffer `i` holds value `i`; what else is needed comes after.
struct ProgramBuilder {
  let operations: [any Operation]
  let needsGradients: Bool
  var buffers: [Buffer]
  var forward: [any Instruction] = []
  var backward: [any Instruction] = []
  /// Of the operation whose instructions are appended.
  var place = 0
  private(set) var packedWeights: [PackedWeight] = []
  private(set) var packedCount = 0

  /// By value: the buffer of its gradient, once something has contributed to it.
  var gradients: [Int?]
  /// Buffers that hold the gradient of more than one value, and so must not be overwritten.
  var isShared: Set<Int> = []
  /// By operation: what the forward step saved for the backward step.
  var saved: [[Int]] = []

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
      place = index
      saved.append(operation.appendForward(to: &self))
    }
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
