@testable import Learning

extension NaiveKernel {
  /// x [rows x width], normalised column by column. The statistics of these rows where none are given.
  static func batchNorm(
    _ x: [Double], scale: [Double]?, shift: [Double], epsilon: Double, rows: Int,
    statistics: (mean: [Double], variance: [Double])? = nil
  ) -> [Double] {
    let width = shift.count
    let (mean, variance) = statistics ?? columnMoments(x, rows: rows, columns: width)
    return x.indices.map { index in
      let c = index % width
      return (x[index] - mean[c]) / (variance[c] + epsilon).squareRoot() * (scale?[c] ?? 1) + shift[c]
    }
  }

  /// The mean and the biased variance of each column.
  static func columnMoments(_ x: [Double], rows: Int, columns: Int) -> (mean: [Double], variance: [Double]) {
    let mean = columnSums(x, rows: rows, columns: columns).map { $0 / Double(rows) }
    let squares = x.indices.map { (x[$0] - mean[$0 % columns]) * (x[$0] - mean[$0 % columns]) }
    return (mean, columnSums(squares, rows: rows, columns: columns).map { $0 / Double(rows) })
  }
}
