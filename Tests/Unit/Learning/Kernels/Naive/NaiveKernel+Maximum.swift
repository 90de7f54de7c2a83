@testable import Learning

extension NaiveKernel {
  /// Of each row's links, the largest of x [rows x width] at their ends plus kinds [kindCount x width]; zero of none.
  static func largestAlongLinks(
    _ x: [Double], kinds: [Double], links: [[(end: Int, kind: Int)]], width: Int
  ) -> [Double] {
    var y = [Double](repeating: 0, count: links.count * width)
    for (row, own) in links.enumerated() where !own.isEmpty {
      for c in 0..<width {
        let told = own.map { link in x[link.end * width + c] + kinds[link.kind * width + c] }
        y[row * width + c] = told.max()!
      }
    }
    return y
  }
}
