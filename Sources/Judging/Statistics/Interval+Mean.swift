import Training

extension Interval {
  /// The mean and its Student t interval: for a handful of replicates, whose spread is itself only estimated.
  package static func ofMean(_ values: [Double]) -> Interval {
    guard !values.isEmpty, values.allSatisfy(\.isFinite) else { return .undefined(count: values.count) }
    let mean = values.mean
    guard values.count > 1 else {
      return Interval(estimate: mean, lower: -.infinity, upper: .infinity, count: 1)
    }
    let student = StudentT(degreesOfFreedom: values.count - 1)
    let halfWidth = student.quantile(0.5 + level / 2) * values.standardErrorOfMean
    return Interval(estimate: mean, lower: mean - halfWidth, upper: mean + halfWidth, count: values.count)
  }
}
