@testable import Learning

extension NaiveKernel {
  /// x [rows x width] with row `p` of the table added to the token at place p, counted from its sequence's first place.
  static func addPositions(
    _ x: [Double], table: [Double], width: Int, starts: [Int32], firstPlaces: [Int32]
  ) -> [Double] {
    var y = x
    for s in 0..<starts.count - 1 {
      for row in Int(starts[s])..<Int(starts[s + 1]) {
        for c in 0..<width { y[row * width + c] += table[(Int(firstPlaces[s]) + row - Int(starts[s])) * width + c] }
      }
    }
    return y
  }
}
