import Testing

@testable import Learning

/// What moves columns, and what makes and scales them.
@Suite struct ColumnsTests {
  /// Rows, parts, and the width of a part: below, at, and above a vector.
  static let shapes = [(1, 1, 1), (3, 5, 2), (7, 2, 16), (2, 3, 37), (5, 11, 1)]

  struct Inputs {
    let rows, parts, width: Int

    var x: [Float] {
      var noise = Noise(31)
      return noise.floats(rows * parts * width)
    }

    /// Three ids a row, one of them twice in the first.
    var ids: [Int32] {
      (0..<3 * rows).map { (id: Int) in Int32(id == 1 ? 0 : (id * 31) % (parts * width)) }
    }

    func folded() -> [Float] {
      var y = [Float](repeating: .nan, count: rows * width + 1)
      Kernel.foldColumns(x, parts: parts, rows: rows, columns: width, into: &y)
      #expect(y.last!.isNaN, "wrote past its rows")
      return y.dropLast()
    }

    /// The last part of each row, two floats into rows of three more.
    func copied() -> [Float] {
      var y = [Float](repeating: 9, count: rows * (width + 3))
      x.withUnsafeBufferPointer { x in
        y.withUnsafeMutableBufferPointer { y in
          Kernel.copyColumns(
            x.baseAddress! + (parts - 1) * width, rowStride: parts * width, rows: rows, columns: width,
            into: y.baseAddress! + 2, toStride: width + 3)
        }
      }
      return y
    }

    func marked() -> [Float] {
      var y = [Float](repeating: .nan, count: rows * parts * width)
      Kernel.multiHot(ids: ids, idsPerRow: 3, rows: rows, width: parts * width, into: &y)
      return y
    }
  }

  @Test(arguments: shapes)
  func foldingIsTheNaiveSum(_ rows: Int, _ parts: Int, _ width: Int) {
    let inputs = Inputs(rows: rows, parts: parts, width: width)
    let expected = NaiveKernel.foldColumns(inputs.x.wide, parts: parts, columns: width)
    // `parts` roundings of partial sums, none above `parts`.
    expectClose(inputs.folded(), expected, within: Double(parts * parts) * roundingUnit)
  }

  @Test(arguments: shapes)
  func copyingTouchesNothingElse(_ rows: Int, _ parts: Int, _ width: Int) {
    let inputs = Inputs(rows: rows, parts: parts, width: width)
    let x = inputs.x
    let expected = (0..<rows).flatMap { row in
      let part = x[(row * parts + parts - 1) * width..<(row + 1) * parts * width]
      return [9, 9] + Array(part) + [9]
    }
    #expect(inputs.copied() == expected)
  }

  @Test(arguments: shapes)
  func idsAreMarkedOnceHoweverOftenTheyStandThere(_ rows: Int, _ parts: Int, _ width: Int) {
    let inputs = Inputs(rows: rows, parts: parts, width: width)
    #expect(inputs.marked().wide == NaiveKernel.multiHot(ids: inputs.ids, idsPerRow: 3, width: parts * width))
  }

  @Test(arguments: [1, 15, 16, 257])
  func scalingRoundsOnce(_ count: Int) {
    var noise = Noise(32)
    let x = noise.floats(count)
    var y = [Float](repeating: .nan, count: count + 1)
    Kernel.affine(x, scale: 0.3, shift: -0.7, count: count, into: &y)
    #expect(y.last!.isNaN)
    // The product of two floats is exact in double precision; its sum there and then here is at most one unit off.
    expectClose(y.dropLast(), x.map { Double(Float(0.3)) * Double($0) + Double(Float(-0.7)) }, within: roundingUnit)
    var same = x
    Kernel.affine(same, scale: 0.3, shift: -0.7, count: count, into: &same)
    #expect(same == y.dropLast())
  }

  @Test func aShiftOfMinusZeroLeavesAProduct() {
    var noise = Noise(33)
    let x = noise.floats(37) + [0, -0.0, .infinity, -.infinity]
    var y = x
    Kernel.affine(y, scale: 0.3, shift: -0.0, count: y.count, into: &y)
    #expect(y.map(\.bitPattern) == x.map { (0.3 * $0).bitPattern })
  }

  @Test(arguments: [1, 15, 16, 257])
  func aProductIsRoundedOnce(_ count: Int) {
    var noise = Noise(34)
    let (x, y) = (noise.floats(count), noise.floats(count))
    var out = [Float](repeating: .nan, count: count + 1)
    Kernel.product(x, y, count: count, into: &out)
    #expect(out.last!.isNaN)
    #expect(out.dropLast().map(\.bitPattern) == zip(x, y).map { ($0 * $1).bitPattern })
    var same = x
    Kernel.product(same, y, count: count, into: &same)
    #expect(same == out.dropLast())
  }
}
