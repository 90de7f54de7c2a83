@testable import Learning

extension NaiveKernel {
  /// [rows x width]
  static func softmax(_ x: [Double], width: Int) -> [Double] {
    stride(from: 0, to: x.count, by: width).flatMap { softmax(Array(x[$0..<$0 + width])) }
  }

  /// 1 at the largest of each row, the first of several.
  static func chooseLargest(_ x: [Double], width: Int) -> [Double] {
    stride(from: 0, to: x.count, by: width).flatMap { start in
      let row = Array(x[start..<start + width])
      let best = row.firstIndex(of: row.max()!)
      return row.indices.map { $0 == best ? 1.0 : 0.0 }
    }
  }
}
