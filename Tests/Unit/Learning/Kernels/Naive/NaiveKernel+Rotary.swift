@testable import Learning

extension NaiveKernel {
  /// qkv of one sequence that begins at place `first`: features i and i + headWidth / 2 of q and k as a complex number,
  /// times that of the place.
  static func rotate(_ qkv: [Double], turns: [Double], headCount: Int, headWidth: Int, first: Int) -> [Double] {
    let (width, half) = (headCount * headWidth, headWidth / 2)
    var y = qkv
    for row in 0..<qkv.count / (3 * width) {
      for head in 0..<2 * headCount {
        for i in 0..<half {
          let (low, high) = (3 * row * width + head * headWidth + i, 3 * row * width + head * headWidth + half + i)
          let (cosine, sine) = (turns[(first + row) * headWidth + i], turns[(first + row) * headWidth + half + i])
          y[low] = qkv[low] * cosine - qkv[high] * sine
          y[high] = qkv[low] * sine + qkv[high] * cosine
        }
      }
    }
    return y
  }
}
