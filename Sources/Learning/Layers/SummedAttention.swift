/// Multi-head self-attention without its usual trimmings: no bias, no scale, no projection. Each head writes values as
/// wide as the output, and the heads are added up.
struct SummedAttention: Sendable {
  let queryKeyValue: Linear
  let shape: Kernel.AttentionShape

  init(
    _ name: String, width: Int, headCount: Int, queryWidth: Int, outputs: Int, in layout: inout ParameterLayout
  ) {
    shape = Kernel.AttentionShape(
      headCount: headCount, headWidth: queryWidth, valueWidth: outputs, isCausal: false, isScaled: false)
    queryKeyValue = Linear(
      "\(name).qkv", inputs: width, outputs: shape.rowWidth, .glorot(inputs: width, outputs: shape.rowWidth),
      hasBias: false, in: &layout)
  }

  /// `[tokens, width]` to `[tokens, outputs]`.
  func callAsFunction(_ x: Value) -> Value {
    let qkv = queryKeyValue(x)
    let heads = x.recorder.record(rows: .tokens, width: shape.width) {
      Attend(shape: shape, bias: nil, queryKeyValue: qkv.id, output: $0)
    }
    return heads.folded(parts: shape.headCount)
  }

  func matrix(_ role: HeadMatrix.Role, head: Int) -> HeadMatrix {
    let (first, width) =
      switch role {
      case .query: (head * shape.headWidth, shape.headWidth)
      case .key: (shape.keyWidth + head * shape.headWidth, shape.headWidth)
      case .value: (2 * shape.keyWidth + head * shape.valueWidth, shape.valueWidth)
      }
    return HeadMatrix(parameter: queryKeyValue.weight, columns: first..<first + width)
  }
}
