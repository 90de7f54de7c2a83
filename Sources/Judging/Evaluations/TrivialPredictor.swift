import Training

/// An answer that takes no learning: the floor a claim must rise above.
package enum TrivialPredictor: Hashable, Sendable {
  /// The one constant that scores best on the very examples asked: their mean for squared error (whose score is then
  /// their variance), their median for absolute error, their commonest value for accuracy. An oracle: it has
  /// seen the truths.
  case bestConstant

  /// Always this number.
  case constant(Double)

  /// Repeats a column, or where the metric is itself a column, is scored by it, such as `.attribute("d12", label: "always d(1,2)")`.
  case attribute(String, label: String)

  /// What an instrument would read where there is nothing to be found, in words.
  case nothing(Double, label: String)
}

extension TrivialPredictor {
  /// As printed.
  package var label: String {
    switch self {
    case .bestConstant: "best constant"
    case .constant(let value): "always \(brief(value))"
    case .attribute(_, let label), .nothing(_, let label): label
    }
  }

  /// What it scores on the slice. NaN for an empty one.
  package func score(on evaluation: Evaluation, metric: Metric, slice: Slice) -> Double {
    let rows = evaluation.rows(in: slice)
    let truths = rows.map { Double(evaluation.truths[$0]) }
    switch self {
    case .bestConstant:
      let constant = Self.bestConstant(for: truths, metric)
      return truths.map { metric.term(truth: $0, prediction: constant) }.mean
    case .constant(let value):
      // Beside a column, which is a share, a constant is a share too.
      return truths.map { metric.column == nil ? metric.term(truth: $0, prediction: value) : value }.mean
    case .nothing(let value, _): return value
    case .attribute(let name, _):
      let values = evaluation.attribute(name).values
      if case .column(_, let best) = metric.term { return rows.map { Double(values[$0]) / Double(best) }.mean }
      return zip(rows, truths).map { metric.term(truth: $1, prediction: Double(values[$0])) }.mean
    }
  }

  private static func bestConstant(for truths: [Double], _ metric: Metric) -> Double {
    precondition(metric.column == nil, "No constant is a \(metric.printedName).")
    guard !truths.isEmpty, truths.allSatisfy(\.isFinite) else { return .nan }
    switch metric.term {
    case .squaredDifference: return truths.mean
    case .absoluteDifference: return truths.sorted()[truths.count / 2]
    default: return commonest(truths)
    }
  }

  /// The value that stands most often; the smallest of several.
  private static func commonest(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    var (best, bestRun, run) = (sorted[0], 0, 0)
    for (index, value) in sorted.enumerated() {
      run = index > 0 && sorted[index - 1] == value ? run + 1 : 1
      if run > bestRun { (best, bestRun) = (value, run) }
    }
    return best
  }
}
