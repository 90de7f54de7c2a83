/// A loss somewhere on a step's line.
struct LinePoint {
  var loss: Double
  var gradient: [Double]
  /// What the loss changes by along the whole line if it goes on as here.
  var slope: Double

  init(loss: Double, gradient: [Double], along path: StepPath) {
    (self.loss, self.gradient) = (loss, gradient)
    slope = path.delta.sumOfProducts(with: gradient)
  }
}
