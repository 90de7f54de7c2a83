import CSIMD

/// Element by element, the largest of what a token's links lead to.
extension Kernel {
  /// y[r, c] = the largest x[end, c] + kinds[kind, c] among the links of row r; zero where the row has no
  /// links, and no number where one of them is none, or is infinite and not above those before it. x and y are [rows x width] and do not overlap, kinds is [kindCount x width].
  static func largestAlongLinks(
    _ x: UnsafePointer<Float>, kinds: UnsafePointer<Float>, links: Links, rows: Int, width: Int,
    into y: UnsafeMutablePointer<Float>
  ) {
    for row in 0..<rows {
      let own = links.of(row)
      for c in stride(from: 0, to: width, by: 16) {
        let lanes = Int32(min(16, width - c))
        var largest = csimd_broadcast(own.isEmpty ? 0 : -.infinity)
        for link in own {
          let next = told(x + c, kinds + c, links, link, width, lanes)
          // The difference is zero, unless what comes next is no number or infinite.
          largest = csimd_where_less(largest, next, next, largest + (next - next))
        }
        csimd_store_first(y + row * width + c, lanes, largest)
      }
    }
  }

  /// Each element of the gradient goes to the first link that told the largest number: writes dx [rows x width], and
  /// adds to kindGradient [kindCount x width], rows and links in order. Which link that was is found by telling again.
  static func largestAlongLinksBackward(
    x: UnsafePointer<Float>, kinds: UnsafePointer<Float>, y: UnsafePointer<Float>,
    outputGradient: UnsafePointer<Float>, links: Links, rows: Int, width: Int,
    into dx: UnsafeMutablePointer<Float>, kindGradient: UnsafeMutablePointer<Float>
  ) {
    dx.update(repeating: 0, count: rows * width)
    let zero = csimd_broadcast(0)
    for row in 0..<rows {
      for c in stride(from: 0, to: width, by: 16) {
        let lanes = Int32(min(16, width - c))
        let largest = csimd_load_first(y + row * width + c, lanes)
        var rest = csimd_load_first(outputGradient + row * width + c, lanes)  // of elements not found yet
        for link in links.of(row) {
          let next = told(x + c, kinds + c, links, link, width, lanes)
          let share = csimd_where_less(next, largest, zero, rest)
          rest = csimd_where_less(next, largest, rest, zero)
          add(share, to: dx + Int(links.ends[link]) * width + c, lanes)
          add(share, to: kindGradient + Int(links.kinds[link]) * width + c, lanes)
        }
      }
    }
  }

  /// Some elements of what one link says.
  @inline(__always)
  private static func told(
    _ x: UnsafePointer<Float>, _ kinds: UnsafePointer<Float>, _ links: Links, _ link: Int, _ width: Int, _ lanes: Int32
  ) -> Lanes {
    csimd_load_first(x + Int(links.ends[link]) * width, lanes)
      + csimd_load_first(kinds + Int(links.kinds[link]) * width, lanes)
  }

  @inline(__always)
  private static func add(_ x: Lanes, to target: UnsafeMutablePointer<Float>, _ lanes: Int32) {
    csimd_store_first(target, lanes, csimd_load_first(target, lanes) + x)
  }
}
