import CSIMD

/// Rotary positions (Su and others, 2021): a query and a key are turned by an angle that grows with their places, so that
/// their product depends on the distance between them.
extension Kernel {
  /// qkv [rows x 3 headCount headWidth] is q | k | v. In every head of q and k, feature i and feature i + headWidth / 2
  /// are turned together; v is copied. `turns` [places x headWidth] has the cosines of a place and then its sines; that
  /// of the first token of sequence s is row firstPlaces[s]. `isBack` turns the other way, which is how gradients go
  /// back. x and y may be the same.
  static func rotate(
    _ x: UnsafePointer<Float>, turns: UnsafePointer<Float>, headCount: Int, headWidth: Int,
    starts: UnsafePointer<Int32>, firstPlaces: UnsafePointer<Int32>, sequenceCount: Int, isBack: Bool,
    into y: UnsafeMutablePointer<Float>
  ) {
    let width = headCount * headWidth
    let half = headWidth / 2
    let sign = csimd_broadcast(isBack ? -1 : 1)
    for s in 0..<sequenceCount {
      for row in Int(starts[s])..<Int(starts[s + 1]) {
        let cosines = turns + (Int(firstPlaces[s]) + row - Int(starts[s])) * headWidth
        let sines = cosines + half
        let (from, to) = (x + 3 * row * width, y + 3 * row * width)
        for head in 0..<2 * headCount {
          for i in stride(from: 0, to: half, by: 16) {
            let lanes = Int32(min(16, half - i))
            let (low, high) = (head * headWidth + i, head * headWidth + half + i)
            let (a, b) = (csimd_load_first(from + low, lanes), csimd_load_first(from + high, lanes))
            let cosine = csimd_load_first(cosines + i, lanes)
            let sine = csimd_load_first(sines + i, lanes) * sign
            csimd_store_first(to + low, lanes, csimd_fma(a, cosine, -(b * sine)))
            csimd_store_first(to + high, lanes, csimd_fma(a, sine, b * cosine))
          }
        }
        if to != UnsafeMutablePointer(mutating: from) {
          (to + 2 * width).update(from: from + 2 * width, count: width)
        }
      }
    }
  }
}
