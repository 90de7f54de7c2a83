@testable import Learning

extension NaiveKernel {
  /// c[r, n] = start[r, n] + sum over k of a[r, k] b[k, n], all row-major.
  static func multiply(_ a: [Double], _ b: [Double], start: [Double], rows: Int, depth: Int, columns: Int) -> [Double] {
    var c = start
    for r in 0..<rows {
      for n in 0..<columns {
        for k in 0..<depth { c[r * columns + n] += a[r * depth + k] * b[k * columns + n] }
      }
    }
    return c
  }

  /// The sums over the rows of x [rows x columns].
  static func columnSums(_ x: [Double], rows: Int, columns: Int) -> [Double] {
    (0..<columns).map { c in (0..<rows).reduce(0) { $0 + x[$1 * columns + c] } }
  }
}
