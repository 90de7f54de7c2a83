/// Multi-head attention of the rows of one value to those of another, within each sequence.
struct CrossAttention: Sendable {
  let queries: Linear
  let keysValues: Linear
  let out: Linear
  let shape: Kernel.CrossAttentionShape

  init(_ name: String, width: Int, headCount: Int, in layout: inout ParameterLayout) {
    precondition(
      headCount > 0 && width % headCount == 0, "A width of \(width) is not shared evenly by \(headCount) heads.")
    queries = Linear("\(name).queries", inputs: width, outputs: width, .unitVariance(width), in: &layout)
    keysValues = Linear("\(name).keysValues", inputs: width, outputs: 2 * width, .unitVariance(width), in: &layout)
    out = Linear("\(name).out", inputs: width, outputs: width, .unitVariance(width), in: &layout)
    shape = Kernel.CrossAttentionShape(headCount: headCount, headWidth: width / headCount)
  }

  func callAsFunction(_ x: Value, to y: Value) -> Value {
    let (q, kv) = (queries(x), keysValues(y))
    let heads = x.recorder.record(rows: x.rows, width: x.width) {
      AttendAcross(shape: shape, queries: q.id, keysValues: kv.id, output: $0)
    }
    return out(heads)
  }
}
