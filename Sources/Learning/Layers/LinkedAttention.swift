/// Multi-head attention of each token to those that its links lead to, with a learned bias for each kind of link.
struct LinkedAttention: Sendable {
  let queryKeyValue: Linear
  let out: Linear
  /// `[headCount, kindCount]`
  let bias: Parameter
  /// `[kindCount, width]`
  let values: Parameter
  let shape: Kernel.LinkedAttentionShape

  init(_ name: String, width: Int, headCount: Int, kindCount: Int, in layout: inout ParameterLayout) {
    precondition(
      headCount > 0 && width % headCount == 0, "A width of \(width) is not shared evenly by \(headCount) heads.")
    queryKeyValue = Linear(
      "\(name).qkv", inputs: width, outputs: 3 * width, .glorot(inputs: width, outputs: 3 * width), in: &layout)
    out = Linear("\(name).out", inputs: width, outputs: width, .fanIn(width), in: &layout)
    bias = layout.declare("\(name).bias", rows: headCount, columns: kindCount, .zeros)
    values = layout.declare("\(name).values", rows: kindCount, columns: width, .fanIn(width))
    shape = Kernel.LinkedAttentionShape(headCount: headCount, headWidth: width / headCount, kindCount: kindCount)
  }

  func callAsFunction(_ x: Value) -> Value {
    let qkv = queryKeyValue(x)  // [tokens, 3 width]
    let heads = x.recorder.record(rows: .tokens, width: x.width) {
      AttendAlongLinks(shape: shape, bias: bias, values: values, queryKeyValue: qkv.id, output: $0)
    }
    return out(heads)
  }
}
