@testable import Learning

extension NaiveKernel {
  /// y[r, c] = sum over p of x[r, p columns + c].
  static func foldColumns(_ x: [Double], parts: Int, columns: Int) -> [Double] {
    (0..<x.count / parts).map { index in
      let (r, c) = (index / columns, index % columns)
      return (0..<parts).reduce(0) { $0 + x[(r * parts + $1) * columns + c] }
    }
  }

  static func multiHot(ids: [Int32], idsPerRow: Int, width: Int) -> [Double] {
    (0..<ids.count / idsPerRow).flatMap { r in
      (0..<width).map { ids[r * idsPerRow..<(r + 1) * idsPerRow].contains(Int32($0)) ? 1 : 0 }
    }
  }
}
