/// `y = x W + b`, with `x [rows, inputs]`, `W [inputs, outputs]`, `b [outputs]`; or without `b`.
struct Linear: Sendable {
  let weight: Parameter
  let bias: Parameter?

  init(
    _ name: String, inputs: Int, outputs: Int, _ initializer: Initializer, hasBias: Bool = true,
    in layout: inout ParameterLayout
  ) {
    weight = layout.declare("\(name).weight", rows: inputs, columns: outputs, initializer)
    bias = hasBias ? layout.declare("\(name).bias", count: outputs, .zeros) : nil
  }

  func callAsFunction(_ x: Value) -> Value {
    precondition(x.width == weight.rows, "\(weight.name) takes \(weight.rows) features, not \(x.width).")
    return x.recorder.record(rows: x.rows, width: weight.columns) {
      .linear(x.id, self, output: $0)
    }
  }
}
