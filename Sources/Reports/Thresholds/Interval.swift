/// A confidence interval. Its ends may be NaN or infinite: then they are printed so.
package struct Interval: Equatable, Sendable {
  package var lower: Double
  package var upper: Double

  package init(_ lower: Double, _ upper: Double) {
    self.lower = lower
    self.upper = upper
  }
}
