/// Two linear layers with an activation between them, applied to each row alone.
struct FeedForward: Sendable {
  let up: Linear
  let down: Linear
  let activation: Activation

  init(_ name: String, width: Int, hiddenWidth: Int, activation: Activation, in layout: inout ParameterLayout) {
    up = Linear("\(name).up", inputs: width, outputs: hiddenWidth, .fanIn(width), in: &layout)
    down = Linear("\(name).down", inputs: hiddenWidth, outputs: width, .fanIn(hiddenWidth), in: &layout)
    self.activation = activation
  }

  func callAsFunction(_ x: Value) -> Value {
    down(up(x).activated(by: activation))
  }
}
