import Training

/// How far the mean of a sample lies above a number, and the standard error of the mean.
struct SampledMean {
  let value: Double
  let error: Double

  init(_ sample: [Double], above bound: Double) {
    value = sample.mean - bound
    error = sample.standardErrorOfMean
  }

  /// How many standard errors it lies above a bound.
  func score(above bound: Double = 0) -> Double { (value - bound) / error }
}
