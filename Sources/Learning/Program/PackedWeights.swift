/// The weights as the matrix product reads them. Packed once a step, then only read.
final class PackedWeights: Sendable {
  private let buffer: FloatBuffer
  private let weights: [PackedWeight]

  init(_ program: Program) {
    buffer = FloatBuffer(count: program.packedCount)
    weights = program.packedWeights
  }

  func pack(_ parameters: FloatBuffer) {
    for number in weights.indices { pack(number, of: parameters) }
  }

  /// One of them, by its number.
  func pack(_ number: Int, of parameters: FloatBuffer) {
    let weight = weights[number]
    let (rows, columns) = (weight.parameter.rows, weight.parameter.columns)
    let source = UnsafePointer(parameters.pointer + weight.parameter.offset)
    Kernel.pack(
      MatrixView(base: source, rowStride: columns, columnStride: 1), depth: rows, columns: columns,
      into: buffer.pointer + weight.forward)
    if let backward = weight.backward {
      Kernel.pack(
        MatrixView(base: source, rowStride: 1, columnStride: columns), depth: columns, columns: rows,
        into: buffer.pointer + backward)
    }
  }

  subscript(offset: Int) -> UnsafePointer<Float> { UnsafePointer(buffer.pointer + offset) }
}
