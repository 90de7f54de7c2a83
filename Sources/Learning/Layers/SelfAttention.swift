/// Multi-head self-attention (Vaswani et al., 2017) within each sequence of the batch. Every token is attended to; only
/// those that are read attend.
struct SelfAttention: Sendable {
  let queryKeyValue: Linear
  let out: Linear
  /// `[headCount, 2 farthest + 1]`, by distance from query to key; only where distances are known.
  let bias: Parameter?
  let rotary: RotaryPositions?
  let shape: Kernel.AttentionShape

  init(
    _ name: String, width: Int, headCount: Int, isCausal: Bool, positions: Positions, weights: Initializer? = nil,
    in layout: inout ParameterLayout
  ) {
    precondition(
      headCount > 0 && width % headCount == 0, "A width of \(width) is not shared evenly by \(headCount) heads.")
    queryKeyValue = Linear(
      "\(name).qkv", inputs: width, outputs: 3 * width, weights ?? .glorot(inputs: width, outputs: 3 * width),
      in: &layout)
    out = Linear("\(name).out", inputs: width, outputs: width, weights ?? .fanIn(width), in: &layout)
    let farthest = positions.farthest
    precondition(farthest ?? 0 >= 0, "No distance is farther than \(farthest ?? 0).")
    rotary = positions.rotary(headCount: headCount, headWidth: width / headCount)
    bias = farthest.map { layout.declare("\(name).bias", rows: headCount, columns: 2 * $0 + 1, .zeros) }
    shape = Kernel.AttentionShape(
      headCount: headCount, headWidth: width / headCount, isCausal: isCausal, farthest: farthest)
  }

  func callAsFunction(_ x: Value, reading readout: Readout) -> Value {
    var qkv = queryKeyValue(x)  // [tokens, 3 width]
    qkv = rotary?(qkv) ?? qkv
    let heads = x.recorder.record(rows: readout.rows, width: x.width) {
      Attend(shape: shape, bias: bias, queryKeyValue: qkv.id, output: $0)
    }
    return out(heads)
  }
}
