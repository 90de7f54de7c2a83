/// Multi-head self-attention (Vaswani et al., 2017) within each sequence of the batch.
struct SelfAttention: Sendable {
  let queryKeyValue: Linear
  let out: Linear
  let shape: Kernel.AttentionShape

  init(_ name: String, width: Int, headCount: Int, isCausal: Bool, in layout: inout ParameterLayout) {
    precondition(
      headCount > 0 && width % headCount == 0, "A width of \(width) is not shared evenly by \(headCount) heads.")
    queryKeyValue = Linear(
      "\(name).qkv", inputs: width, outputs: 3 * width, .glorot(inputs: width, outputs: 3 * width), in: &layout)
    out = Linear("\(name).out", inputs: width, outputs: width, .fanIn(width), in: &layout)
    shape = Kernel.AttentionShape(headCount: headCount, headWidth: width / headCount, isCausal: isCausal)
  }

  func callAsFunction(_ x: Value, reading readout: Readout) -> Value {
    let qkv = queryKeyValue(x)  // [tokens, 3 width]
    let heads = x.recorder.record(rows: .tokens, width: x.width) {
      .attention(shape, queryKeyValue: qkv.id, output: $0)
    }
    return out(readout(heads))
  }
}
