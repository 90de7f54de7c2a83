@testable import Learning

extension NaiveKernel {
  /// x [rows x width], normalised row by row.
  static func layerNorm(_ x: [Double], scale: [Double], shift: [Double], epsilon: Double, rows: Int) -> [Double] {
    let width = scale.count
    return (0..<rows).flatMap { r in
      let row = x[r * width..<(r + 1) * width]
      let mean = row.reduce(0, +) / Double(width)
      let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(width)
      let deviation = (variance + epsilon).squareRoot()
      return zip(row, zip(scale, shift)).map { ($0 - mean) / deviation * $1.0 + $1.1 }
    }
  }
}
