/// `y = (x - mean) / sqrt(variance + epsilon) * scale + shift` for each feature, over all rows of the batch (Ioffe and
/// Szegedy, 2015). A model that answers takes running means of both instead, so its answers do not depend on the batch.
struct BatchNorm: Sendable {
  let rule: BatchNormRule
  /// Nil where the rule has none.
  let scale: Parameter?
  let shift: Parameter
  /// These two are statistics: no gradient, no decay, and a layout of their own.
  let mean: Parameter
  let variance: Parameter

  /// Where both stand, one after the other.
  var statistics: Range<Int> { mean.offset..<variance.range.upperBound }

  init(
    _ name: String, width: Int, _ rule: BatchNormRule, in layout: inout ParameterLayout,
    statistics: inout ParameterLayout
  ) {
    self.rule = rule
    scale = rule.hasScale ? layout.declare("\(name).scale", count: width, .ones) : nil
    shift = layout.declare("\(name).shift", count: width, .zeros)
    mean = statistics.declare("\(name).mean", count: width, .zeros)
    variance = statistics.declare("\(name).variance", count: width, .ones)
  }

  func callAsFunction(_ x: Value) -> Value {
    precondition(x.width == shift.count, "\(shift.name) takes \(shift.count) features, not \(x.width).")
    return x.recorder.record(rows: x.rows, width: x.width) { Applied(norm: self, input: x.id, output: $0) }
  }
}
