import Testing

@testable import Learning

@Suite struct MatrixProductTests {
  /// Every number of rows in a tile, columns around one and two vectors, depths around one block.
  static let shapes = [
    (1, 1, 1), (2, 3, 5), (3, 7, 13), (5, 11, 17), (7, 2, 31), (11, 13, 37), (13, 29, 61), (17, 61, 97),
    (37, 64, 192), (131, 17, 67), (8, 263, 32), (29, 521, 47),
  ]

  struct Operands {
    let rows, depth, columns: Int
    let a, b, c, bias: [Float]

    init(_ shape: (Int, Int, Int)) {
      (rows, depth, columns) = shape
      var noise = Noise(1)
      a = noise.floats(rows * depth)
      b = noise.floats(depth * columns)
      c = noise.floats(rows * columns)
      bias = noise.floats(columns)
    }

    enum Beginning: CaseIterable { case zero, bias, accumulate }

    func expected(_ beginning: Beginning) -> [Double] {
      let start: [Double] =
        switch beginning {
        case .zero: Array(repeating: 0, count: rows * columns)
        case .bias: (0..<rows).flatMap { _ in bias.wide }
        case .accumulate: c.wide
        }
      return NaiveKernel.multiply(a.wide, b.wide, start: start, rows: rows, depth: depth, columns: columns)
    }

    /// A chain of depth fused operations on terms below 1 rounds sums below depth + 1 each time.
    var tolerance: Double { Double(depth * (depth + 1)) * roundingUnit }

    /// With a given as stored, or transposed; b packed, or not.
    func product(_ beginning: Beginning, transposed: Bool, packed: Bool) -> [Float] {
      var c = beginning == .accumulate ? self.c : [Float](repeating: .nan, count: rows * columns)
      let stored = transposed ? transpose(a, rows, depth) : a
      var panels = [Float](repeating: .nan, count: Kernel.packedCount(depth: depth, columns: columns))
      bias.withUnsafeBufferPointer { bias in
        let start: Kernel.Start =
          switch beginning {
          case .zero: .zero
          case .bias: .bias(bias.baseAddress!)
          case .accumulate: .accumulate
          }
        let (down, right) = transposed ? (1, rows) : (depth, 1)
        withView(stored, rowStride: down, columnStride: right) { view in
          if packed {
            withView(b, rowStride: columns, columnStride: 1) {
              Kernel.pack($0, depth: depth, columns: columns, into: &panels)
            }
            Kernel.multiply(
              view, packed: panels, into: &c, cStride: columns, rows: rows, depth: depth, columns: columns,
              start: start)
          } else {
            Kernel.multiply(
              view, rowMajor: b, bStride: columns, into: &c, cStride: columns, rows: rows, depth: depth,
              columns: columns, start: start)
          }
        }
      }
      return c
    }
  }

  @Test(arguments: shapes)
  func aProductIsTheNaiveOneInEveryLayoutAndWithTheSameBits(_ rows: Int, _ depth: Int, _ columns: Int) {
    let operands = Operands((rows, depth, columns))
    for beginning in Operands.Beginning.allCases {
      let reference = operands.product(beginning, transposed: false, packed: true)
      expectClose(reference, operands.expected(beginning), within: operands.tolerance, "\(beginning)")
      for (transposed, packed) in [(false, false), (true, true), (true, false)] {
        #expect(operands.product(beginning, transposed: transposed, packed: packed) == reference)
      }
    }
  }

  @Test(arguments: shapes)
  func anElementIsOneChainOverKInOrder(_ rows: Int, _ depth: Int, _ columns: Int) {
    let operands = Operands((rows, depth, columns))
    let chained = (0..<rows * columns).map { (index: Int) -> Float in
      (0..<depth).reduce(operands.bias[index % columns]) { (sum: Float, k: Int) -> Float in
        sum.addingProduct(operands.a[index / columns * depth + k], operands.b[k * columns + index % columns])
      }
    }
    #expect(operands.product(.bias, transposed: false, packed: true) == chained)
  }

  /// Also over two blocks of the depth: only to the end of a chain.
  @Test(arguments: shapes)
  func anAddendIsAddedToTheProduct(_ rows: Int, _ depth: Int, _ columns: Int) {
    let operands = Operands((rows, depth, columns))
    let product = operands.product(.bias, transposed: false, packed: true)
    var panels = [Float](repeating: .nan, count: Kernel.packedCount(depth: depth, columns: columns))
    var sum = [Float](repeating: .nan, count: rows * columns)
    withView(operands.b, rowStride: columns, columnStride: 1) {
      Kernel.pack($0, depth: depth, columns: columns, into: &panels)
    }
    operands.bias.withUnsafeBufferPointer { bias in
      withView(operands.a, rowStride: depth, columnStride: 1) {
        Kernel.multiply(
          $0, packed: panels, into: &sum, cStride: columns, rows: rows, depth: depth, columns: columns,
          start: .bias(bias.baseAddress!), addend: operands.c)
      }
    }
    #expect(sum == zip(product, operands.c).map { $0 + $1 })
  }

  @Test func aProductLeavesTheRestOfItsRowsAlone() {
    let operands = Operands((7, 5, 19))
    var c = [Float](repeating: 2, count: 7 * 24)
    withView(operands.a, rowStride: 5, columnStride: 1) {
      Kernel.multiply(
        $0, rowMajor: operands.b, bStride: 19, into: &c, cStride: 24, rows: 7, depth: 5, columns: 19, start: .zero)
    }
    let expected = operands.expected(.zero)
    for r in 0..<7 {
      expectClose(Array(c[r * 24..<r * 24 + 19]), Array(expected[r * 19..<r * 19 + 19]), within: operands.tolerance)
      #expect(c[r * 24 + 19..<r * 24 + 24].allSatisfy { $0 == 2 })
    }
  }

  @Test func packingATransposeIsSwappingTheStrides() {
    for (depth, columns) in [(1, 1), (16, 16), (7, 33), (37, 61), (64, 192)] {
      var noise = Noise(2)
      let b = noise.floats(depth * columns)
      let count = Kernel.packedCount(depth: depth, columns: columns)
      var expected = [Float](repeating: 0, count: count)
      for n in 0..<columns {
        for k in 0..<depth { expected[n / 32 * 32 * depth + k * 32 + n % 32] = b[k * columns + n] }
      }
      var packed = [Float](repeating: .nan, count: count)
      withView(b, rowStride: columns, columnStride: 1) {
        Kernel.pack($0, depth: depth, columns: columns, into: &packed)
      }
      #expect(packed == expected)
      packed = [Float](repeating: .nan, count: count)
      withView(transpose(b, depth, columns), rowStride: 1, columnStride: depth) {
        Kernel.pack($0, depth: depth, columns: columns, into: &packed)
      }
      #expect(packed == expected)
    }
  }

  @Test func columnSumsAreAddedToTheGradient() {
    for (rows, columns) in [(1, 1), (13, 7), (29, 64), (31, 83)] {
      var noise = Noise(3)
      let x = noise.floats(rows * columns)
      var gradient = noise.floats(columns)
      let before = gradient.wide
      Kernel.addColumnSums(x, rows: rows, columns: columns, into: &gradient)
      let expected = zip(before, NaiveKernel.columnSums(x.wide, rows: rows, columns: columns)).map(+)
      expectClose(gradient, expected, within: Double(rows * (rows + 1)) * roundingUnit)
    }
  }
}

/// x [rows x columns] as [columns x rows].
func transpose(_ x: [Float], _ rows: Int, _ columns: Int) -> [Float] {
  (0..<columns).flatMap { c in (0..<rows).map { r in x[r * columns + c] } }
}
