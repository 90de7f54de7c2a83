/// A named number beside a claim: a slice's mean, a trivial predictor's or a companion's.
package struct Score: Equatable, Sendable {
  package var name: String
  package var value: Double
  /// How many examples it is the mean of, where that matters.
  package var count: Int?

  package init(_ name: String, _ value: Double, count: Int? = nil) {
    (self.name, self.value, self.count) = (name, value, count)
  }

  /// `n=15 0.310`
  package func text(as scale: Scale) -> String { "\(Escape.line(name)) \(scale.text(value))" }
}
