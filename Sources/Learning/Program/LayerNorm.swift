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
      .layerNorm(x.id, self, output: $0)
    }
  }
}
