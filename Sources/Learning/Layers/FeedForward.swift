/// Two linear layers with an activation between them, applied to each row alone; after them, where the model has it, batch
/// norm over all rows.
struct FeedForward: Sendable {
  let up: Linear
  let down: Linear
  let activation: Activation
  let norm: BatchNorm?

  init(
    _ name: String, width: Int, hiddenWidth: Int, activation: Activation, batchNorm: BatchNormRule?,
    weights: (_ inputs: Int) -> Initializer = Initializer.fanIn, in layout: inout ParameterLayout,
    statistics: inout ParameterLayout
  ) {
    up = Linear("\(name).up", inputs: width, outputs: hiddenWidth, weights(width), in: &layout)
    down = Linear("\(name).down", inputs: hiddenWidth, outputs: width, weights(hiddenWidth), in: &layout)
    self.activation = activation
    norm = batchNorm.map {
      BatchNorm("\(name).norm", width: width, $0, in: &layout, statistics: &statistics)
    }
  }

  /// Without batch norm.
  init(_ name: String, width: Int, hiddenWidth: Int, activation: Activation, in layout: inout ParameterLayout) {
    var none = ParameterLayout()
    self.init(
      name, width: width, hiddenWidth: hiddenWidth, activation: activation, batchNorm: nil, in: &layout,
      statistics: &none)
  }

  func callAsFunction(_ x: Value) -> Value {
    let y = down(up(x).activated(by: activation))
    return norm?(y) ?? y
  }
}
