extension [Double] {
  /// The arithmetic mean, summed in index order. NaN when empty.
  package var mean: Double {
    reduce(0, +) / Double(count)
  }

  /// The standard deviation with n - 1 below, in two passes. NaN for fewer than two values.
  var standardDeviation: Double {
    let mean = mean
    let squares = reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return count > 1 ? (squares / Double(count - 1)).squareRoot() : .nan
  }

  /// How far the mean of so many values strays from sample to sample.
  package var standardErrorOfMean: Double {
    standardDeviation / Double(count).squareRoot()
  }
}
